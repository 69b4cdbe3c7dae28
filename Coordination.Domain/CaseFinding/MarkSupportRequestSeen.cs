using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>A coordinator has the request before her eyes.</summary>
public sealed record MarkSupportRequestSeen
{
    /// <summary>The first one to see it; said once.</summary>
    public static Decision Decide(MarkSupportRequestSeen command, SupportRequest? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new SupportRequestNotFound()),
        { SeenBy: null, IsOpen: true } when context.Actor.Professional is { } me =>
            Decision.Accept(new SupportRequestSeen(state.Establishment, me)),
        _ => Decision.Nothing,
    };
}
