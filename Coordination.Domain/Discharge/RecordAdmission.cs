using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The person is in the establishment: admitted (A01, A06), or transferred within a stay that was not known (A02).</summary>
/// <param name="EstimatedDischargeAt">PV2-9, when sent.</param>
public sealed record RecordAdmission(PersonId PersonId, Finess Establishment, DateTimeOffset? AdmittedAt, DateTimeOffset? EstimatedDischargeAt)
{
    /// <summary>How the stay is learned.</summary>
    public StayOrigin Origin { get; init; } = StayOrigin.Admission;

    /// <summary>Where the person lives; null leaves what is known.</summary>
    public CommuneCode? Commune { get; init; }

    /// <summary>The feed's visit as a blind key, when the stream was opened by the social service and does not know it yet.</summary>
    public Guid? Visit { get; init; }

    /// <summary>A fact of the real world: recorded as it is, said once. A stay that was cancelled is open again.</summary>
    public static Decision Decide(RecordAdmission command, Discharge? state, CommandContext context)
    {
        var events = new List<IDomainEvent>(2);
        if (state is null or { Status: DischargeStatus.Cancelled } || (command.AdmittedAt is { } at && at != state.AdmittedAt))
            events.Add(new HospitalStayOpened(command.PersonId, command.Establishment, command.AdmittedAt, command.Origin, command.Commune));
        if (command.EstimatedDischargeAt is { } estimate && estimate != state?.ExpectedAt
            && state is null or { Status: DischargeStatus.Admitted } or { Status: DischargeStatus.Cancelled, Reliability: null or DateReliability.EstimatedAtAdmission })
            events.Add(new DischargeEstimated(command.Establishment, command.EstimatedDischargeAt.Value));
        if (command.Visit is { } visit && state is { Visit: null }) events.Add(new VisitIdentified(command.Establishment, visit));
        return Decision.Accept([.. events]);
    }
}
