using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Assessment;

/// <summary>Answer questions of a draft, many at once.</summary>
/// <param name="Person">Whose assessment it has to be.</param>
public sealed record AnswerAssessment(PersonId Person, Answers Answers)
{
    /// <summary>Only what changes is kept; a validated assessment is corrected instead.</summary>
    public static Decision Decide(AnswerAssessment command, PersonAssessment? state, CommandContext context)
    {
        if (state is null || state.Person != command.Person) return Decision.Refuse(new AssessmentNotFound());
        if (state.Status is not AssessmentStatus.Draft) return Decision.Refuse(new AssessmentIsValidated());
        var (news, error) = GivenAnswers.Check(state, command.Answers);
        return error is not null ? Decision.Refuse(error) : news.Items.IsEmpty ? Decision.Nothing : Decision.Accept(new QuestionsAnswered(news));
    }
}

/// <summary>Shape of <see cref="AnswerAssessment"/>.</summary>
public sealed class AnswerAssessmentValidator : AbstractValidator<AnswerAssessment>
{
    /// <summary>One to a hundred short answers.</summary>
    public AnswerAssessmentValidator() => this.Shape(c => c.Answers);
}
