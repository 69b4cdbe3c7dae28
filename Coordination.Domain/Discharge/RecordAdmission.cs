using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The establishment admitted the person (A01), perhaps with an estimated discharge (PV2-9).</summary>
public sealed record RecordAdmission(PersonId PersonId, Finess Establishment, DateTimeOffset? AdmittedAt, DateTimeOffset? EstimatedDischargeAt)
{
    /// <summary>A fact of the real world: recorded as it is, said once.</summary>
    public static Decision Decide(RecordAdmission command, Discharge? state, CommandContext context)
    {
        var events = new List<IDomainEvent>(2);
        if (state is null || (command.AdmittedAt is { } at && at != state.AdmittedAt))
            events.Add(new HospitalStayOpened(command.PersonId, command.Establishment, command.AdmittedAt));
        if (command.EstimatedDischargeAt is { } estimate && state?.Status is not DischargeStatus.Announced && estimate != state?.ExpectedAt)
            events.Add(new DischargeEstimated(command.Establishment, estimate));
        return Decision.Accept([.. events]);
    }
}
