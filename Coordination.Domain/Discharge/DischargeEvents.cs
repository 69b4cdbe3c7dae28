using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>Facts of a hospital stay and of the return home that ends it. Never a ward or a unit (DOMAIN Rulings 1).</summary>
public abstract record DischargeEvent : IDomainEvent;

/// <summary>The person is in hospital. <paramref name="AdmittedAt"/> is null when the stay was learned from a later message that does not say.</summary>
public sealed record HospitalStayOpened(PersonId PersonId, Finess Establishment, DateTimeOffset? AdmittedAt) : DischargeEvent;

/// <summary>The establishment gave an expected discharge at admission or transfer (PV2-9): an estimate that asks for confirmation.</summary>
public sealed record DischargeEstimated(DateTimeOffset ExpectedAt) : DischargeEvent;

/// <summary>The establishment announced the discharge (A16).</summary>
public sealed record DischargeAnnounced(DateTimeOffset ExpectedAt, MovementId Movement) : DischargeEvent;

/// <summary>An announced discharge has another date.</summary>
public sealed record DischargeRescheduled(DateTimeOffset ExpectedAt, MovementId Movement) : DischargeEvent;

/// <summary>The announcement was taken back (A25); the stay goes on.</summary>
public sealed record DischargeAnnouncementWithdrawn(MovementId Movement) : DischargeEvent;
