using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The establishment's feed announces a discharge (A16). An unknown stay is opened from the same message.</summary>
public sealed record AnnounceDischarge(
    PersonId PersonId, Finess Establishment, DateTimeOffset? AdmittedAt, DateTimeOffset ExpectedAt, MovementId Movement)
{
    /// <summary>Where the person lives; null leaves what is known.</summary>
    public CommuneCode? Commune { get; init; }

    /// <summary>Where to, when the message says.</summary>
    public DischargeDestination? Destination { get; init; }

    /// <summary>The feed's visit as a blind key, when the stream was opened by the social service and does not know it yet.</summary>
    public Guid? Visit { get; init; }

    /// <summary>A fact of the real world: announced, moved, or already known. It waits when the stay is over: messages arrive out of order.</summary>
    public static Decision Decide(AnnounceDischarge command, Discharge? state, CommandContext context)
    {
        if (state is { IsUnderWay: false }) return Decision.Refuse(new StayOver());
        var facts = new List<IDomainEvent>(3);
        if (state is null)
            facts.Add(new HospitalStayOpened(command.PersonId, command.Establishment, command.AdmittedAt, StayOrigin.Announcement, command.Commune));
        if (state is not { Status: DischargeStatus.Announced })
            facts.Add(new DischargeAnnounced(command.Establishment, command.ExpectedAt, command.Movement));
        else if (state.ExpectedAt != command.ExpectedAt)
            facts.Add(new DischargeRescheduled(command.Establishment, command.ExpectedAt, command.Movement));
        if (command.Destination is { } destination && destination != state?.Destination)
            facts.Add(new DestinationStated(command.Establishment, destination));
        if (command.Visit is { } visit && state is { Visit: null }) facts.Add(new VisitIdentified(command.Establishment, visit));
        return Decision.Accept([.. facts]);
    }
}
