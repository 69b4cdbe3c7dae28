using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The person goes on leave (A21) or comes back (A22, A52; A53 takes the coming back back). Never a discharge.</summary>
public sealed record RecordLeave(bool OnLeave, MovementId Movement)
{
    /// <summary>Refused for an unknown or finished stay, so that the message waits; said once.</summary>
    public static Decision Decide(RecordLeave command, Discharge? state, CommandContext context)
    {
        if (state is not { IsUnderWay: true }) return Decision.Refuse(new StayUnknown());
        if (state.OnLeave == command.OnLeave) return Decision.Nothing;
        return command.OnLeave
            ? Decision.Accept(new LeaveStarted(state.Establishment, command.Movement))
            : Decision.Accept(new LeaveEnded(state.Establishment, command.Movement));
    }
}
