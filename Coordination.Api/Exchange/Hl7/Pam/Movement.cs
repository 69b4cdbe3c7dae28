namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>What a message does to a movement (ZBE-4).</summary>
public enum MovementAction
{
    /// <summary>Creates it.</summary>
    Insert,

    /// <summary>Gives its whole new state.</summary>
    Update,

    /// <summary>Cancels it.</summary>
    Cancel,
}

/// <summary>A ZBE segment.</summary>
/// <param name="Ids">ZBE-1 as sent, each with its namespace, trailing separators dropped; at least one.</param>
/// <param name="StartedAt">ZBE-2; for a pending event, when it was created.</param>
/// <param name="Action">ZBE-4, or what the trigger implies when the field says otherwise (a warning then says so).</param>
/// <param name="IsHistoric">ZBE-5: placed between two known movements.</param>
/// <param name="OriginalTrigger">ZBE-6, or what the trigger implies for a cancellation; empty for a creation.</param>
/// <param name="Nature">ZBE-9; empty when not sent.</param>
public sealed record Movement(
    IReadOnlyList<string> Ids, Hl7Timestamp StartedAt, MovementAction Action, bool IsHistoric, string OriginalTrigger, string Nature)
{
    /// <summary>The first identifier.</summary>
    public string Id => Ids[0];
}
