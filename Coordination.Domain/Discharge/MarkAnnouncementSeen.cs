using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>A coordinator has the announcement before her eyes.</summary>
public sealed record MarkAnnouncementSeen
{
    /// <summary>The first one to see it; said once per announcement.</summary>
    public static Decision Decide(MarkAnnouncementSeen command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new DischargeNotFound()),
        { SeenBy: null, Status: DischargeStatus.Announced } when context.Actor.Professional is { } me =>
            Decision.Accept(new AnnouncementSeen(state.Establishment, me)),
        _ => Decision.Nothing,
    };
}
