using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>Facts of a hospital stay and of the return home that ends it. Never a ward or a unit (DOMAIN Rulings 1).</summary>
/// <param name="Establishment">Where: on every fact, so that the establishment's own views can group by it.</param>
public abstract record DischargeEvent(Finess Establishment) : IDomainEvent;

/// <summary>The person is in hospital. <paramref name="AdmittedAt"/> is null when the stay was learned from a later message that does not say.</summary>
public sealed record HospitalStayOpened(PersonId PersonId, Finess Establishment, DateTimeOffset? AdmittedAt) : DischargeEvent(Establishment);

/// <summary>The establishment gave an expected discharge at admission or transfer (PV2-9): an estimate that asks for confirmation.</summary>
public sealed record DischargeEstimated(Finess Establishment, DateTimeOffset ExpectedAt) : DischargeEvent(Establishment);

/// <summary>The establishment announced the discharge (A16).</summary>
public sealed record DischargeAnnounced(Finess Establishment, DateTimeOffset ExpectedAt, MovementId Movement) : DischargeEvent(Establishment);

/// <summary>An announced discharge has another date.</summary>
public sealed record DischargeRescheduled(Finess Establishment, DateTimeOffset ExpectedAt, MovementId Movement) : DischargeEvent(Establishment);

/// <summary>The announcement was taken back (A25); the stay goes on.</summary>
public sealed record DischargeAnnouncementWithdrawn(Finess Establishment, MovementId Movement) : DischargeEvent(Establishment);
