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

    /// <summary>Read what the interfaces could not read.</summary>
    ReadQuarantine,
}

/// <summary>What is known of the thing asked for. With no facts the question is whether the action is open to the subject at all.</summary>
/// <param name="Tenant">The tenant the thing lives in.</param>
/// <param name="Establishment">The establishment that a discharge is of.</param>
/// <param name="Eligible">Whether the person's record may be shown (DOMAIN Rulings 2); null where it does not matter.</param>
public sealed record AccessFacts(TerritoryId Tenant, Finess? Establishment, bool? Eligible);

/// <summary>The answer, with the rule that gives it.</summary>
/// <param name="Permitted">Yes or no.</param>
/// <param name="Rule">Stable code of the rule: the basis of a permit, the reason of a denial.</param>
public sealed record AccessVerdict(bool Permitted, string Rule);

/// <summary>The one place where access is decided: a pure function over subject, action and facts, the same on every path.</summary>
public static class AccessPolicy
{
    private static readonly Dictionary<AccessAction, Role[]> Roles = new()
    {
        [AccessAction.ReadAlerts] = [Role.Coordinator],
        [AccessAction.TreatAlerts] = [Role.Coordinator],
        [AccessAction.ReadDischarges] = [Role.Coordinator, Role.SocialWorker],
        [AccessAction.ReadQuarantine] = [Role.Interface],
    };

    /// <summary>Decides. A denial for a thing must look like its absence to the one who is denied.</summary>
    public static AccessVerdict Decide(Subject subject, AccessAction action, AccessFacts? facts)
    {
        if (!Roles[action].Contains(subject.Role)) return new(false, "ROLE");
        if (subject.Tenant is null && action is not AccessAction.ReadQuarantine) return new(false, "NO_TERRITORY");
        if (facts is null) return new(true, "ROLE");
        if (facts.Eligible == false) return new(false, "RECORD_NOT_ELIGIBLE");
        if (subject.Role is Role.SocialWorker)
            return new(facts.Establishment is { } where && where == subject.Establishment, "ESTABLISHMENT");
        return new(action is AccessAction.ReadQuarantine || facts.Tenant == subject.Territory, "TERRITORY");
    }
}
