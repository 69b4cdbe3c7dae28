using Coordination.Domain.Kernel;

namespace Coordination.Domain.Assessment;

/// <summary>No such assessment of this person.</summary>
public sealed record AssessmentNotFound() : DomainError("ASSESSMENT_NOT_FOUND", "assessmentId");

/// <summary>A validated assessment is corrected with a reason, not answered anew.</summary>
public sealed record AssessmentIsValidated() : DomainError("ASSESSMENT_VALIDATED");

/// <summary>A draft is answered, not corrected.</summary>
public sealed record AssessmentNotValidated() : DomainError("ASSESSMENT_NOT_VALIDATED");

/// <summary>Somebody assesses: a professional, unless the person assesses herself.</summary>
public sealed record AssessorMissing() : DomainError("ASSESSOR_MISSING", "assessor");
