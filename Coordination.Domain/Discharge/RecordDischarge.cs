using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The person left the establishment (A03).</summary>
/// <param name="Destination">Where to, when the message says.</param>
public sealed record RecordDischarge(DateTimeOffset DischargedAt, DischargeDestination? Destination, MovementId Movement)
{
    /// <summary>The feed's visit as a blind key, when the stream was opened by the social service and does not know it yet.</summary>
    public Guid? Visit { get; init; }

    /// <summary>A fact of the real world: never refused for what is missing. Without a known stay the message waits for one.</summary>
    public static Decision Decide(RecordDischarge command, Discharge? state, CommandContext context) => state switch
    {
        null or { Status: DischargeStatus.Cancelled } => Decision.Refuse(new StayUnknown()),
        { Status: DischargeStatus.Discharged } when state.DischargedAt == command.DischargedAt
            && (command.Destination is null || command.Destination == state.Destination) => Decision.Nothing,
        _ when command.Visit is { } visit && state.Visit is null => Decision.Accept(Discharged(command, state), new VisitIdentified(state.Establishment, visit)),
        _ => Decision.Accept(Discharged(command, state)),
    };

    private static PersonDischarged Discharged(RecordDischarge command, Discharge state) =>
        new(state.Establishment, command.DischargedAt, command.Destination, command.Movement);
}
