using Coordination.Domain.Identifiers;

namespace Coordination.Api.Security;

/// <summary>What somebody wants to do.</summary>
public enum AccessAction
{
    /// <summary>Read alerts and the persons they are about.</summary>
    ReadAlerts,

    /// <summary>Take or close an alert.</summary>
    TreatAlerts,

    /// <summary>Read discharges and the persons they are about.</summary>
    ReadDischarges,

    /// <summary>Announce a discharge of one's establishment, or take the announcement back.</summary>
    AnnounceDischarge,

    /// <summary>Prepare a return home: needs, confirmations, who takes care.</summary>
    PrepareReturn,

    /// <summary>Say where a discharge leads to.</summary>
    StateDestination,

    /// <summary>Read requests for support.</summary>
    ReadRequests,

    /// <summary>Take a request for support.</summary>
    TreatRequests,

    /// <summary>Look up structures, professionals and communes.</summary>
    ReadDirectory,

    /// <summary>Read what a territory decided about its alerts.</summary>
    ReadSettings,

    /// <summary>Change what a territory decided about its alerts.</summary>
    ChangeSettings,

    /// <summary>Read what the interfaces could not read.</summary>
    ReadQuarantine,

    /// <summary>Read figures: of one's territory, or of the communes of one's CPTS. Never of a person.</summary>
    ReadIndicators,

    /// <summary>Look persons up by birth date and name, and read their identity.</summary>
    SearchPersons,

    /// <summary>Register persons and correct their traits.</summary>
    RegisterPersons,

    /// <summary>Check identities: status, attributes, duplicates, merges.</summary>
    VerifyIdentities,

    /// <summary>Read who read what, without content.</summary>
    ReadTrail,

    /// <summary>Give a person what is held about her.</summary>
    ExportPersonData,

    /// <summary>Erase a person's data.</summary>
    ErasePersonData,

    /// <summary>Read how a territory is set up: structures, habilitations, communes, calendars.</summary>
    ReadAdministration,

    /// <summary>Change how a territory is set up.</summary>
    Administer,
}

/// <summary>What is known of the thing asked for. With no facts the question is whether the action is open to the subject at all.</summary>
/// <param name="Tenant">The tenant the thing lives in.</param>
/// <param name="Establishment">The establishment that a discharge is of.</param>
/// <param name="Eligible">Whether the person's record may be shown (DOMAIN Rulings 2); null where it does not matter.</param>
/// <param name="Told">Whether the establishment is one of those an alert tells; null for anything but an alert.</param>
public sealed record AccessFacts(TerritoryId Tenant, Finess? Establishment, bool? Eligible, bool? Told = null);

/// <summary>The answer, with the rule that gives it.</summary>
/// <param name="Permitted">Yes or no.</param>
/// <param name="Rule">Stable code of the rule: the basis of a permit, the reason of a denial.</param>
public sealed record AccessVerdict(bool Permitted, string Rule);

/// <summary>The one place where access is decided: a pure function over subject, action and facts, the same on every path.</summary>
public static class AccessPolicy
{
    private static readonly Dictionary<AccessAction, Role[]> Roles = new()
    {
        [AccessAction.ReadAlerts] = [Role.Coordinator, Role.Manager, Role.SocialWorker],
        [AccessAction.TreatAlerts] = [Role.Coordinator],
        [AccessAction.ReadDischarges] = [Role.Coordinator, Role.Manager, Role.SocialWorker],
        [AccessAction.AnnounceDischarge] = [Role.SocialWorker],
        [AccessAction.PrepareReturn] = [Role.Coordinator],
        [AccessAction.StateDestination] = [Role.Coordinator, Role.SocialWorker],
        [AccessAction.ReadRequests] = [Role.Coordinator, Role.Manager, Role.SocialWorker],
        [AccessAction.TreatRequests] = [Role.Coordinator],
        [AccessAction.ReadDirectory] = [Role.Coordinator, Role.Manager, Role.SocialWorker],
        [AccessAction.ReadSettings] = [Role.Coordinator, Role.Manager, Role.Admin],
        [AccessAction.ChangeSettings] = [Role.Admin],
        [AccessAction.ReadQuarantine] = [Role.Interface],
        [AccessAction.ReadIndicators] = [Role.Manager, Role.Analyst],
        [AccessAction.SearchPersons] = [Role.Coordinator, Role.Manager, Role.Identity],
        [AccessAction.RegisterPersons] = [Role.Coordinator, Role.Identity],
        [AccessAction.VerifyIdentities] = [Role.Identity],
        [AccessAction.ReadTrail] = [Role.Auditor],
        [AccessAction.ExportPersonData] = [Role.Coordinator],
        [AccessAction.ErasePersonData] = [Role.Admin],
        [AccessAction.ReadAdministration] = [Role.Admin, Role.Manager, Role.Auditor],
        [AccessAction.Administer] = [Role.Admin],
    };

    /// <summary>Decides. A denial for a thing must look like its absence to the one who is denied.</summary>
    public static AccessVerdict Decide(Subject subject, AccessAction action, AccessFacts? facts)
    {
        if (!Roles[action].Contains(subject.Role)) return new(false, "ROLE");
        // An analyst belongs to no DAC: the communes of the CPTS are the reach.
        if (subject.Role is Role.Analyst) return new(subject.Community is not null && facts is null, "COMMUNITY");
        if (subject.Tenant is null && action is not AccessAction.ReadQuarantine) return new(false, "NO_TERRITORY");
        if (facts is null)
        {
            // An establishment has no inbox: it reads the alerts that tell it, on its own discharges.
            return subject.Role is Role.SocialWorker && action is AccessAction.ReadAlerts ? new(false, "ROLE") : new(true, "ROLE");
        }

        if (facts.Eligible == false) return new(false, "RECORD_NOT_ELIGIBLE");
        if (subject.Role is Role.SocialWorker)
            return new(facts.Establishment is { } where && where == subject.Establishment && facts.Told != false, "ESTABLISHMENT");
        return new(action is AccessAction.ReadQuarantine || facts.Tenant == subject.Territory, "TERRITORY");
    }
}
