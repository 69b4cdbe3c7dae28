using System.Collections.Frozen;
using System.Collections.Immutable;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;
using static Coordination.Api.Security.AccessAction;

namespace Coordination.Api.Security;

/// <summary>Who may do what: the whole table (profiles of DOMAIN §2.2). What no rule lets is denied.</summary>
public static class AccessRules
{
    private const string Dac = "L.6327-2, D.6327-1, D.6327-6";
    private const string Team = "L.1110-4 III, L.1110-12, R.1110-1";
    private const string Named = "L.1110-4 III, L.1110-12, R.1110-2";
    private const string Own = "L.1110-4 II";
    private const string Figures = "GDPR art. 4, recital 26";
    private const string Duty = "GDPR art. 5.1.f, art. 32";
    private static readonly DataClass[] All4 = [DataClass.Administrative, DataClass.Social, DataClass.Clinical, DataClass.MentalHealth];

    /// <summary>Every rule.</summary>
    public static ImmutableArray<AccessRule> All { get; } =
    [
        Rule("DAC_COORDINATOR", Role.Coordinator, AccessReach.Territory, Dac, All4,
            ReadAlerts, TreatAlerts, ReadDischarges, PrepareReturn, AccessAction.StateDestination, ReadRequests, TreatRequests, ReadDirectory, ReadSettings, SearchPersons,
            RegisterPersons, ExportPersonData, ReadRecords, AccessAction.StateSituation, ReadRights, ChangeRights, ReadTeam, ChangeTeam, AnswerAccess,
            LeadRecord, ReadPlan, ChangePlan, AnswerPlan, ReadPathway, ChangePathway, ReadWork, ManageWork, ReadDocuments, DepositDocument, ReadAssessments, Assess,
            ReadBenefits, ChangeBenefits, SubmitPieces, ReportDisruption, QualifyDisruption, SubmitRequest, ReadTransfers, AnswerTransfers),
        Rule("DAC_MANAGER", Role.Manager, AccessReach.Territory, Dac, [DataClass.Administrative, DataClass.Social],
            ReadAlerts, ReadDischarges, ReadRequests, ReadDirectory, ReadSettings, ReadIndicators, SearchPersons, ReadAdministration, ReadRecords, ReadRights, ReadTeam, AnswerAccess,
            LeadRecord, ReadPlan, ReadPathway, ReadWork, ReadDocuments, ReadAssessments, ReadBenefits, Supervise, ReadTransfers),
        Rule("ESTABLISHMENT", Role.SocialWorker, AccessReach.Establishment, Own, [DataClass.Administrative, DataClass.Social],
            ReadDischarges, AnnounceDischarge, AccessAction.StateDestination, ReadRequests, ReadDirectory),
        // An establishment has no inbox: it reads the alerts that tell it, on its own discharges.
        Rule("ESTABLISHMENT_ALERT", Role.SocialWorker, AccessReach.Establishment, Own, [DataClass.Administrative, DataClass.Social], ReadAlerts) with { ThingsOnly = true },
        Rule("TEAM_PHYSICIAN", Role.Gp, AccessReach.Team, Team, All4, ReadDischarges, ReadRecords, AccessAction.StateSituation, ReadRights, ReadTeam,
            ReadPlan, ChangePlan, AnswerPlan, ReadPathway, ReadDocuments, DepositDocument, ReadAssessments, Assess, ReadBenefits, ReportDisruption, NameColleague),
        Rule("TEAM_NURSE", Role.Nurse, AccessReach.Team, Team, [DataClass.Administrative, DataClass.Social, DataClass.Clinical], ReadDischarges, ReadRecords, AccessAction.StateSituation, ReadTeam,
            ReadPlan, AnswerPlan, ReadPathway, ReadDocuments, DepositDocument, ReadAssessments, Assess, ReportDisruption, NameColleague),
        Rule("TEAM_HOME_CARE", Role.HomeCare, AccessReach.Team, Named, [DataClass.Administrative, DataClass.Social], ReadDischarges, ReadRecords, ReadTeam,
            ReadPlan, AnswerPlan, ReadPathway, ReadDocuments, DepositDocument, ReadAssessments, ReportDisruption, NameColleague),
        Rule("TEAM_SOCIAL", Role.CommunityWorker, AccessReach.Team, Named, [DataClass.Administrative, DataClass.Social], ReadDischarges, ReadRecords, AccessAction.StateSituation, ReadTeam,
            ReadPlan, AnswerPlan, ReadPathway, ReadDocuments, DepositDocument, ReadAssessments, Assess, ReadBenefits, ChangeBenefits, ReportDisruption, NameColleague),
        Rule("TEAM_GUARDIAN", Role.Guardian, AccessReach.Team, "Code civil art. 457-1, 459", [DataClass.Administrative], ReadRecords, ReadRights, ReadBenefits, SubmitPieces),
        Rule("ASK_PHYSICIAN", Role.Gp, AccessReach.Platform, Team, [], RequestAccess, SubmitRequest, AnswerInvitation),
        Rule("ASK_NURSE", Role.Nurse, AccessReach.Platform, Team, [], RequestAccess, SubmitRequest, AnswerInvitation),
        Rule("ASK_HOME_CARE", Role.HomeCare, AccessReach.Platform, Named, [], RequestAccess, SubmitRequest, AnswerInvitation),
        Rule("ASK_SOCIAL", Role.CommunityWorker, AccessReach.Platform, Named, [], RequestAccess, SubmitRequest, AnswerInvitation),
        Rule("CPTS_ANALYST", Role.Analyst, AccessReach.Community, Figures, [], ReadIndicators),
        Rule("TERRITORY_ADMIN", Role.Admin, AccessReach.Territory, Duty, [], ReadSettings, ChangeSettings, ErasePersonData, ReadAdministration, Administer),
        Rule("AUDITOR", Role.Auditor, AccessReach.Territory, Duty, [], ReadTrail, ReadAdministration),
        Rule("IDENTITY_CELL", Role.Identity, AccessReach.Territory, "RNIV", [DataClass.Administrative], SearchPersons, RegisterPersons, VerifyIdentities),
        Rule("INTERFACE_OPERATOR", Role.Interface, AccessReach.Platform, Duty, [], ReadQuarantine),
    ];

    private static readonly FrozenDictionary<(Role, AccessAction), AccessRule[]> ByRole = All
        .SelectMany(rule => rule.Actions.Select(action => (Key: (rule.Role, action), rule))).GroupBy(r => r.Key, r => r.rule)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The rules that may let a role do something.</summary>
    public static IReadOnlyList<AccessRule> Of(Role role, AccessAction action) => ByRole.GetValueOrDefault((role, action)) ?? [];

    private static AccessRule Rule(string code, Role role, AccessReach reach, string source, DataClass[] classes, params AccessAction[] actions) =>
        new(code, 1, role, reach, [.. actions], [.. classes], source);
}
