using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Assessment;

/// <summary>Facts of one assessment of a person. A later assessment is another stream: none overwrites another.</summary>
public abstract record AssessmentEvent : IDomainEvent;

/// <summary>An assessment was begun.</summary>
/// <param name="On">The day the person was seen, which is not the day of record.</param>
/// <param name="Assessor">Who assesses; null when the person assesses herself.</param>
public sealed record AssessmentStarted(PersonId Person, string Grid, int GridVersion, DateOnly On, ProfessionalId? Assessor) : AssessmentEvent;

/// <summary>Questions were answered, answered anew, or answers taken back.</summary>
public sealed record QuestionsAnswered(Answers Answers) : AssessmentEvent;

/// <summary>The assessor stands by the answers; what is wanting stays wanting.</summary>
/// <param name="Complete">Every question that counts has an answer.</param>
public sealed record AssessmentValidated(bool Complete, Score? Score, Protected<string>? Comment) : AssessmentEvent;

/// <summary>Answers were corrected after the validation; what was said first stays to be read.</summary>
public sealed record AssessmentCorrected(Answers Answers, bool Complete, Score? Score, Protected<string> Reason) : AssessmentEvent;
