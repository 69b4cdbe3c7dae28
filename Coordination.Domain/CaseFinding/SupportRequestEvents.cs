using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>What a hospital says of the return home it asks support for.</summary>
public sealed record ReturnAhead(
    Finess? Establishment, DateTimeOffset ExpectedAt, DateReliability Reliability, DischargeDestination Destination, ImmutableSortedSet<CareNeed> Needs)
{
    /// <summary>Equal when the needs are the same ones too.</summary>
    public bool Equals(ReturnAhead? other) => other is not null && Establishment == other.Establishment && ExpectedAt == other.ExpectedAt
        && Reliability == other.Reliability && Destination == other.Destination && Needs.SequenceEqual(other.Needs);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Establishment, ExpectedAt, Reliability, Destination, Needs.Count);
}

/// <summary>Facts of a request for support (demande d'appui). No record is open before triage.</summary>
/// <param name="Establishment">The establishment that asked: on every fact, so that its own views can group by it; null when none did.</param>
public abstract record SupportRequestEvent(Finess? Establishment) : IDomainEvent;

/// <summary>A request came into the queue.</summary>
/// <param name="Person">Whom it is about; null when she opposes: then nothing names her.</param>
/// <param name="Commune">Where she lives: it routed the request.</param>
/// <param name="DueAt">When a first answer is due; null where the territory's calendar was not asked.</param>
public sealed record SupportRequested(
    Finess? Establishment,
    RequestOrigin Origin,
    ProfessionalId? By,
    PersonId? Person,
    CommuneCode Commune,
    RequestUrgency Urgency,
    PersonInformation Information,
    ReturnAhead Return,
    Protected<string>? ServiceContact,
    Protected<string>? Relative,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? DueAt = null) : SupportRequestEvent(Establishment);

/// <summary>The same request, said again with something else; one that was over, unless accepted, is in the queue again.</summary>
/// <param name="DueAt">A new deadline for one that is in the queue again, or has another urgency.</param>
public sealed record SupportRequestRestated(
    Finess? Establishment,
    RequestUrgency Urgency,
    PersonInformation Information,
    ReturnAhead Return,
    Protected<string>? ServiceContact,
    Protected<string>? Relative,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? DueAt = null) : SupportRequestEvent(Establishment);

/// <summary>A coordinator has read the request; said once.</summary>
public sealed record SupportRequestSeen(Finess? Establishment, ProfessionalId By) : SupportRequestEvent(Establishment);

/// <summary>A coordinator looks at the request.</summary>
public sealed record SupportRequestTaken(Finess? Establishment, ProfessionalId By) : SupportRequestEvent(Establishment);

/// <summary>The one who asked took it back.</summary>
/// <param name="Reason">Why; null for a request that names nobody, since a text could.</param>
public sealed record SupportRequestWithdrawn(Finess? Establishment, Protected<string>? Reason) : SupportRequestEvent(Establishment);
