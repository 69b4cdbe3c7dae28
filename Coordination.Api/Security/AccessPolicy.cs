using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;

namespace Coordination.Api.Security;

/// <summary>The answer, with the rule that gives it.</summary>
/// <param name="Permitted">Yes or no.</param>
/// <param name="Rule">Stable code: the basis of a permit, the reason of a denial (its words and what to do are the text <c>Access.CODE</c>).</param>
public sealed record AccessVerdict(bool Permitted, string Rule);

/// <summary>The one place where access is decided: a pure function over subject, action, facts and context, the same on every path.</summary>
public static class AccessPolicy
{
    /// <summary>Decides. A denial for a thing must look like its absence to the one who may not know of it.</summary>
    public static AccessVerdict Decide(Subject subject, AccessAction action, AccessFacts? facts, AccessContext context)
    {
        AccessVerdict? denied = null;
        foreach (var rule in AccessRules.Of(subject.Role, action))
        {
            var reason = ReachDenial(rule, subject, facts, context)
                ?? (facts?.Person is { } person ? PersonDenial(rule, action, facts, person, context) : null);
            if (reason is null) return new(true, rule.Code);
            denied ??= new(false, reason);
        }

        return denied ?? new(false, "ROLE");
    }

    /// <summary>Whether an action is about facts that a hospital told: shown only while the record lets them in (DOMAIN Rulings 2).</summary>
    public static bool IsHospitalFact(AccessAction action) => action is
        AccessAction.ReadAlerts or AccessAction.TreatAlerts or AccessAction.ReadDischarges or AccessAction.AnnounceDischarge
        or AccessAction.PrepareReturn or AccessAction.StateDestination;

    private static string? ReachDenial(AccessRule rule, Subject subject, AccessFacts? facts, AccessContext context) => rule.Reach switch
    {
        AccessReach.Platform => null,
        // An analyst belongs to no DAC: the communes of the CPTS are the reach.
        AccessReach.Community => subject.Community is not null && facts is null ? null : "COMMUNITY",
        _ when subject.Tenant is null => "NO_TERRITORY",
        _ when facts is null => rule.ThingsOnly ? "ROLE" : null,
        AccessReach.Establishment => facts.Establishment is { } where && where == subject.Establishment && facts.Told != false ? null : "ESTABLISHMENT",
        _ when facts.Tenant != subject.Territory => "TERRITORY",
        AccessReach.Team => facts.Person?.MembershipAt(context.Now) is not { } membership ? "NOT_IN_TEAM" : membership.StandsAt(context.Now) ? null : "LEFT_TEAM",
        _ => null,
    };

    private static string? PersonDenial(AccessRule rule, AccessAction action, AccessFacts facts, PersonFacts person, AccessContext context)
    {
        if (IsHospitalFact(action) && (!person.HasRecord || !person.Informed || person.Suspended || person.AlertsOpposed)) return "RECORD_NOT_ELIGIBLE";
        if (person.IsExcluded) return "EXCLUDED_BY_PERSON";
        // A suspended record is left to its referent, for what the law asks to be done with it.
        var handling = action is AccessAction.ReadRights or AccessAction.ChangeRights or AccessAction.ReadRecords && facts.Class is DataClass.Administrative;
        if (person.Suspended && !(person.IsReferent && handling)) return "SUSPENDED";
        if (person.Restricted && rule.IsOfDac && !person.IsReferent && person.MembershipAt(context.Now)?.StandsAt(context.Now) != true) return "RESTRICTED";
        if (!rule.IsOfDac && !person.Informed) return "NOT_INFORMED";
        if (rule.Reach is AccessReach.Team && TeamDenial(person, context) is { } reason) return reason;
        if (!rule.Classes.Contains(facts.Class)) return "DATA_CLASS";
        if (facts.Class is DataClass.MentalHealth && person.MentalHealthOpposed && !person.IsReferent) return "OPPOSED";
        return facts.Masked ? "MASKED" : null;
    }

    // Within the care team information and non-opposition are enough; outside it a consent must stand (L.1110-4 III).
    private static string? TeamDenial(PersonFacts person, AccessContext context) => person.MembershipAt(context.Now)!.Basis switch
    {
        LegalCase.Consent => person.SharedOutsideUntil is { } last && context.Today <= last ? null : "CONSENT_MISSING",
        _ => person.TeamOpposed ? "OPPOSED" : null,
    };
}
