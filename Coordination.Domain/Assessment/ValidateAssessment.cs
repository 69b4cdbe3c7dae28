using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Assessment;

/// <summary>Stand by an assessment; it may be incomplete and is marked so.</summary>
public sealed record ValidateAssessment(PersonId Person, string? Comment)
{
    /// <summary>At least one answer; the score is computed now and kept with the fact.</summary>
    public static Decision Decide(ValidateAssessment command, PersonAssessment? state, CommandContext context)
    {
        if (state is null || state.Person != command.Person) return Decision.Refuse(new AssessmentNotFound());
        if (state.Status is AssessmentStatus.Validated) return Decision.Nothing;
        if (state.Answers.Items.IsEmpty) return Decision.Refuse(new InvalidCommand("answers", "REQUIRED"));
        var comment = string.IsNullOrWhiteSpace(command.Comment) ? null : Protected<string>.Of(state.Person, command.Comment.Trim());
        return Decision.Accept(new AssessmentValidated(state.Grid.IsComplete(state.Answers), state.Grid.Score(state.Grid, state.Answers), comment));
    }
}

/// <summary>Shape of <see cref="ValidateAssessment"/>.</summary>
public sealed class ValidateAssessmentValidator : AbstractValidator<ValidateAssessment>
{
    /// <summary>A comment of at most 2,000 characters.</summary>
    public ValidateAssessmentValidator() =>
        RuleFor(c => c.Comment).MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("comment");
}
