using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Assessment;

/// <summary>Correct answers of a validated assessment, with a reason.</summary>
public sealed record CorrectAssessment(PersonId Person, Answers Answers, string Reason)
{
    /// <summary>Only a validated one; the same answers again say nothing new, and some answer is left.</summary>
    public static Decision Decide(CorrectAssessment command, PersonAssessment? state, CommandContext context)
    {
        if (state is null || state.Person != command.Person) return Decision.Refuse(new AssessmentNotFound());
        if (state.Status is not AssessmentStatus.Validated) return Decision.Refuse(new AssessmentNotValidated());
        var (news, error) = GivenAnswers.Check(state, command.Answers);
        if (error is not null) return Decision.Refuse(error);
        if (news.Items.IsEmpty) return Decision.Nothing;
        var after = state.Answers.With(news);
        return after.Items.IsEmpty
            ? Decision.Refuse(new InvalidCommand("answers", "REQUIRED"))
            : Decision.Accept(new AssessmentCorrected(news, state.Grid.IsComplete(after), state.Grid.Score(state.Grid, after), Protected<string>.Of(state.Person, command.Reason.Trim())));
    }
}

/// <summary>Shape of <see cref="CorrectAssessment"/>.</summary>
public sealed class CorrectAssessmentValidator : AbstractValidator<CorrectAssessment>
{
    /// <summary>Short answers, and a reason of at most 1,000 characters.</summary>
    public CorrectAssessmentValidator()
    {
        this.Shape(c => c.Answers);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
    }
}
