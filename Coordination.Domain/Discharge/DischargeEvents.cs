using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>Facts of a hospital stay and of the return home that ends it. Never a ward or a unit (DOMAIN Rulings 1).</summary>
/// <param name="Establishment">Where: on every fact, so that the establishment's own views can group by it.</param>
public abstract record DischargeEvent(Finess Establishment) : IDomainEvent;

/// <summary>The person is in hospital. <paramref name="AdmittedAt"/> is null when the stay was learned from a later message that does not say.</summary>
/// <param name="Origin">From what it was learned; null in facts older than the field.</param>
/// <param name="Commune">Where the person lives, for indicators; null in facts older than the field.</param>
public sealed record HospitalStayOpened(
    PersonId PersonId, Finess Establishment, DateTimeOffset? AdmittedAt, StayOrigin? Origin = null, CommuneCode? Commune = null)
    : DischargeEvent(Establishment);

/// <summary>The visit of the establishment's feed that this stay is, as a blind key: later messages of the visit belong to this stream.</summary>
public sealed record VisitIdentified(Finess Establishment, Guid Visit) : DischargeEvent(Establishment);

/// <summary>The establishment gave an expected discharge at admission or transfer (PV2-9): an estimate that asks for confirmation.</summary>
public sealed record DischargeEstimated(Finess Establishment, DateTimeOffset ExpectedAt) : DischargeEvent(Establishment);

/// <summary>The establishment announced the discharge: its feed (A16), or its social service.</summary>
/// <param name="Movement">The feed's movement; null when a person announced.</param>
/// <param name="Reliability">How sure the date is; null stands for announced.</param>
/// <param name="By">Who announced; null for the feed.</param>
public sealed record DischargeAnnounced(
    Finess Establishment, DateTimeOffset ExpectedAt, MovementId? Movement, DateReliability? Reliability = null, ProfessionalId? By = null)
    : DischargeEvent(Establishment);

/// <summary>An announced discharge has another date, or the same one more or less sure.</summary>
public sealed record DischargeRescheduled(
    Finess Establishment, DateTimeOffset ExpectedAt, MovementId? Movement, DateReliability? Reliability = null, ProfessionalId? By = null)
    : DischargeEvent(Establishment);

/// <summary>The announcement was taken back (A25, or by the social service with a reason); the stay goes on.</summary>
public sealed record DischargeAnnouncementWithdrawn(Finess Establishment, MovementId? Movement, Protected<string>? Reason = null)
    : DischargeEvent(Establishment);

/// <summary>What the person needs at home, all of it; nothing in <paramref name="Needs"/> means that nothing is needed.</summary>
public sealed record ReturnNeedsStated(Finess Establishment, ImmutableSortedSet<CareNeed> Needs, ProfessionalId? By = null) : DischargeEvent(Establishment)
{
    /// <summary>Equal when the needs are the same ones.</summary>
    public bool Equals(ReturnNeedsStated? other) =>
        other is not null && Establishment == other.Establishment && By == other.By && Needs.SequenceEqual(other.Needs);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Establishment, By, Needs.Count);
}

/// <summary>Where the discharge leads to.</summary>
public sealed record DestinationStated(Finess Establishment, DischargeDestination Destination) : DischargeEvent(Establishment);

/// <summary>Whom to call: the service, and the person to tell. Null leaves what was said before.</summary>
public sealed record ReturnContactsStated(Finess Establishment, Protected<string>? Service, Protected<string>? Relative) : DischargeEvent(Establishment);

/// <summary>A coordinator has read the announcement; said once per announcement.</summary>
public sealed record AnnouncementSeen(Finess Establishment, ProfessionalId By) : DischargeEvent(Establishment);

/// <summary>A coordinator takes care of the return home.</summary>
public sealed record DischargeTakenInCharge(Finess Establishment, ProfessionalId By) : DischargeEvent(Establishment);

/// <summary>A provider confirmed to meet a need: who, when first, who said so and how (DOMAIN Rulings 7).</summary>
public sealed record ArrangementConfirmed(
    Finess Establishment, CareNeed Need, ProviderNumber Provider, ConfirmationChannel Channel, DateTimeOffset FirstVisitAt, Protected<string> ConfirmedBy)
    : DischargeEvent(Establishment);

/// <summary>A confirmation no longer stands.</summary>
public sealed record ArrangementWithdrawn(Finess Establishment, CareNeed Need, Protected<string> Reason) : DischargeEvent(Establishment);

/// <summary>The person left the hospital (A03).</summary>
/// <param name="Destination">Where to, when the message says; null leaves what was said before.</param>
public sealed record PersonDischarged(Finess Establishment, DateTimeOffset DischargedAt, DischargeDestination? Destination, MovementId Movement)
    : DischargeEvent(Establishment);

/// <summary>The discharge did not take place (A13): the stay is open again.</summary>
public sealed record DischargeCancelled(Finess Establishment, MovementId Movement) : DischargeEvent(Establishment);

/// <summary>There is no stay after all (A11, A07).</summary>
public sealed record HospitalStayCancelled(Finess Establishment, MovementId Movement, StayCancellation Reason) : DischargeEvent(Establishment);

/// <summary>The person is on leave (A21): never a discharge.</summary>
public sealed record LeaveStarted(Finess Establishment, MovementId Movement) : DischargeEvent(Establishment);

/// <summary>The person is back from leave (A22), or the leave was cancelled (A52).</summary>
public sealed record LeaveEnded(Finess Establishment, MovementId Movement) : DischargeEvent(Establishment);
