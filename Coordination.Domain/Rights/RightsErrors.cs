using Coordination.Domain.Kernel;

namespace Coordination.Domain.Rights;

/// <summary>No such benefit of this person.</summary>
public sealed record BenefitNotFound() : DomainError("BENEFIT_NOT_FOUND", "benefitId");

/// <summary>Only what was granted is renewed.</summary>
public sealed record BenefitNotGranted() : DomainError("BENEFIT_NOT_GRANTED", "benefitId");

/// <summary>No such measure of this person.</summary>
public sealed record MeasureNotFound() : DomainError("MEASURE_NOT_FOUND", "measureId");

/// <summary>The measure is over.</summary>
public sealed record MeasureIsEnded() : DomainError("MEASURE_ENDED", "measureId");

/// <summary>No such piece was asked for.</summary>
public sealed record PieceNotRequested() : DomainError("PIECE_NOT_REQUESTED", "piece");

/// <summary>The piece was not given yet, or was answered for.</summary>
public sealed record PieceNotReceived() : DomainError("PIECE_NOT_RECEIVED", "piece");

/// <summary>The piece was accepted: nothing more is asked.</summary>
public sealed record PieceIsAccepted() : DomainError("PIECE_ACCEPTED", "piece");
