namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>The events of PAM-FR 2.11.</summary>
public static class PamTriggers
{
    private static readonly Dictionary<string, TriggerKind> Kinds = new(StringComparer.Ordinal)
    {
        ["A28"] = TriggerKind.Identity, ["A31"] = TriggerKind.Identity, ["A40"] = TriggerKind.Identity, ["A47"] = TriggerKind.Identity,
        ["A44"] = TriggerKind.FileMove, ["A08"] = TriggerKind.Tolerated,
        ["A01"] = TriggerKind.Movement, ["A02"] = TriggerKind.Movement, ["A03"] = TriggerKind.Movement, ["A04"] = TriggerKind.Movement,
        ["A05"] = TriggerKind.Movement, ["A06"] = TriggerKind.Movement, ["A07"] = TriggerKind.Movement, ["A09"] = TriggerKind.Movement,
        ["A10"] = TriggerKind.Movement, ["A14"] = TriggerKind.Movement, ["A15"] = TriggerKind.Movement, ["A16"] = TriggerKind.Movement,
        ["A21"] = TriggerKind.Movement, ["A22"] = TriggerKind.Movement, ["A54"] = TriggerKind.Movement, ["Z99"] = TriggerKind.Movement,
        ["A11"] = TriggerKind.Movement, ["A12"] = TriggerKind.Movement, ["A13"] = TriggerKind.Movement, ["A25"] = TriggerKind.Movement,
        ["A26"] = TriggerKind.Movement, ["A27"] = TriggerKind.Movement, ["A32"] = TriggerKind.Movement, ["A33"] = TriggerKind.Movement,
        ["A38"] = TriggerKind.Movement, ["A52"] = TriggerKind.Movement, ["A53"] = TriggerKind.Movement, ["A55"] = TriggerKind.Movement,
    };

    private static readonly Dictionary<string, string> Cancels = new(StringComparer.Ordinal)
    {
        ["A12"] = "A02", ["A13"] = "A03", ["A25"] = "A16", ["A26"] = "A15", ["A27"] = "A14", ["A32"] = "A10", ["A33"] = "A09",
        ["A38"] = "A05", ["A52"] = "A21", ["A53"] = "A22", ["A55"] = "A54",
    };

    /// <summary>It has the form of an event: a letter and two digits.</summary>
    public static bool IsEvent(string trigger) =>
        trigger.Length == 3 && trigger[0] is >= 'A' and <= 'Z' && char.IsAsciiDigit(trigger[1]) && char.IsAsciiDigit(trigger[2]);

    /// <summary>What the event is about; null for one that PAM-FR does not know.</summary>
    public static TriggerKind? KindOf(string trigger) => Kinds.TryGetValue(trigger, out var kind) ? kind : null;

    /// <summary>The event exists only to cancel another (A11, A13, A25…).</summary>
    public static bool IsCancellation(string trigger) => trigger == "A11" || Cancels.ContainsKey(trigger);

    /// <summary>The one event that it cancels; null when it is none, or when several are possible (A11: A01 or A04).</summary>
    public static string? CancelledBy(string trigger) => Cancels.GetValueOrDefault(trigger);

    /// <summary>MRG is required: merge, file move, change of identifier.</summary>
    public static bool NeedsPrevious(string trigger) => trigger is "A40" or "A44" or "A47";
}
