using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>
/// Reads ZBE. Where the trigger leaves no doubt (an A25 is a cancellation whatever ZBE-4 says) it is believed and the sender is warned;
/// a segment whose fields are shifted or contradict it is an error.
/// </summary>
internal static class MovementReader
{
    private const int LongestId = 200;

    public static IReadOnlyList<Movement> Read(Hl7Message message, string trigger, TriggerKind kind, PamFindings findings)
    {
        if (kind != TriggerKind.Movement) return [];
        var movements = new List<Movement>(1);
        var number = 0;
        foreach (var zbe in message.All("ZBE"))
        {
            number++;
            if (One(zbe, $"ZBE^{number}", trigger, findings) is { } movement) movements.Add(movement);
        }

        if (number == 0) findings.Missing("ZBE", "ZBE_MISSING");
        return movements;
    }

    private static Movement? One(Hl7Segment zbe, string place, string trigger, PamFindings findings)
    {
        var ids = zbe.Field(1).Repetitions.Select(r => r.Raw.TrimEnd("^&").ToString()).Where(id => id.Length > 0).ToArray();
        if (ids.Length == 0) findings.Missing($"{place}^1", "MOVEMENT_ID_MISSING");
        if (ids.Length > 20 || Array.Exists(ids, id => id.Length > LongestId))
            findings.Fail("102", $"{place}^1", "MOVEMENT_ID_INVALID");
        var started = findings.Time(zbe.Field(2), $"{place}^2");
        if (zbe.Field(2).Text.Length == 0) findings.Missing($"{place}^2", "MOVEMENT_TIME_MISSING");
        if (zbe.Field(3).Text.Length > 0) findings.Warn("198", $"{place}^3", "MOVEMENT_END_FORBIDDEN");
        var action = Action(zbe.Field(4).Text, place, trigger, findings);
        var historic = Historic(zbe.Field(5).Text, place, findings);
        var original = Original(zbe.Field(6).Text, place, trigger, action, findings);
        return ids.Length == 0 || started is null || action is not { } known
            ? null
            : new(ids, started, known, historic, original, zbe.Field(9).Text);
    }

    private static MovementAction? Action(string text, string place, string trigger, PamFindings findings)
    {
        if (text.Length == 0)
        {
            findings.Missing($"{place}^4", "MOVEMENT_ACTION_MISSING");
            return null;
        }

        MovementAction? sent = text switch
        {
            "INSERT" => MovementAction.Insert, "UPDATE" => MovementAction.Update, "CANCEL" => MovementAction.Cancel, _ => null,
        };
        if (sent is null) findings.Fail("103", $"{place}^4", "MOVEMENT_ACTION_UNKNOWN");
        else if (PamTriggers.IsCancellation(trigger)) return Implied(MovementAction.Cancel);
        else if (trigger == "Z99") return Implied(MovementAction.Update);
        else if (sent == MovementAction.Cancel && trigger is not ("A06" or "A07"))
        {
            findings.Fail("207", $"{place}^4", "MOVEMENT_ACTION_CONTRADICTS");
            return null;
        }

        return sent;

        MovementAction Implied(MovementAction implied)
        {
            if (sent != implied) findings.Warn("207", $"{place}^4", "MOVEMENT_ACTION_IMPLIED");
            return implied;
        }
    }

    private static bool Historic(string text, string place, PamFindings findings)
    {
        if (text is not ("Y" or "N" or "")) findings.Fail("103", $"{place}^5", "HISTORIC_FLAG_UNKNOWN");
        else if (text.Length == 0) findings.Warn("101", $"{place}^5", "HISTORIC_FLAG_MISSING");
        return text == "Y";
    }

    private static string Original(string text, string place, string trigger, MovementAction? action, PamFindings findings)
    {
        if (text.Length > 0 || action is null or MovementAction.Insert) return text;
        var implied = PamTriggers.CancelledBy(trigger);
        if (implied is null && trigger == "Z99") findings.Missing($"{place}^6", "ORIGINAL_TRIGGER_MISSING");
        else findings.Warn("101", $"{place}^6", "ORIGINAL_TRIGGER_MISSING");
        return implied ?? "";
    }
}
