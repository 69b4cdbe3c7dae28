using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>No record is open for this person in this territory.</summary>
public sealed record CareRecordNotFound() : DomainError("CARE_RECORD_NOT_FOUND");

/// <summary>This person already has a record that is not closed.</summary>
public sealed record CareRecordAlreadyOpen() : DomainError("CARE_RECORD_ALREADY_OPEN");

/// <summary>Nothing stands under this heading.</summary>
public sealed record SituationNotStated() : DomainError("SITUATION_NOT_STATED", "topic");

/// <summary>No consent to this scope stands.</summary>
public sealed record ConsentNotGiven() : DomainError("CONSENT_NOT_GIVEN", "scope");

/// <summary>Nobody of this id is designated.</summary>
public sealed record ContactNotFound() : DomainError("CONTACT_NOT_FOUND", "contactId");

/// <summary>The record is closed: only reopening changes it.</summary>
public sealed record CareRecordIsClosed() : DomainError("CARE_RECORD_CLOSED");

/// <summary>An active record needs a referent.</summary>
public sealed record ReferentMissing() : DomainError("REFERENT_MISSING", "referent");

/// <summary>An active record needs a médecin traitant, or the statement that there is none.</summary>
public sealed record PhysicianNotStated() : DomainError("PHYSICIAN_NOT_STATED", "intensity");

/// <summary>The same professional cannot be referent and deputy.</summary>
public sealed record DeputyIsReferent() : DomainError("DEPUTY_IS_REFERENT", "deputy");

/// <summary>What has to be ended first.</summary>
public sealed record CareRecordNotClosable(ImmutableArray<ClosingBlocker> Blockers) : DomainError("CARE_RECORD_NOT_CLOSABLE")
{
    /// <summary>Equal when the blockers are the same ones.</summary>
    public bool Equals(CareRecordNotClosable? other) => other is not null && Blockers.SequenceEqual(other.Blockers);

    /// <inheritdoc />
    public override int GetHashCode() => Blockers.Length;
}

/// <summary>A record is reopened within 90 days; later a new follow-up begins.</summary>
public sealed record ReopeningTooLate(DateOnly ClosedOn) : DomainError("REOPENING_TOO_LATE");

/// <summary>No such fact about this person.</summary>
public sealed record FactNotFound() : DomainError("FACT_NOT_FOUND", "eventId");

/// <summary>The person's opposition stands: nothing of her leaves or is taken over.</summary>
public sealed record CareRecordIsSuspended() : DomainError("CARE_RECORD_IS_SUSPENDED");

/// <summary>The record left for another territory, which has not refused it.</summary>
public sealed record TransferStands() : DomainError("TRANSFER_STANDS");

/// <summary>No such transfer arrived in this territory.</summary>
public sealed record TransferNotFound() : DomainError("TRANSFER_NOT_FOUND");

/// <summary>The transfer was answered otherwise.</summary>
public sealed record TransferIsAnswered() : DomainError("TRANSFER_IS_ANSWERED");
