using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Assessment;

/// <summary>Checks answers that were sent against the grid of their assessment.</summary>
internal static class GivenAnswers
{
    /// <summary>The answers as they are kept, those only that say something new; or the rule that one of them breaks.</summary>
    public static (Answers News, InvalidCommand? Error) Check(PersonAssessment state, Answers given)
    {
        var kept = new List<Answer>();
        foreach (var answer in given.Items)
        {
            if (state.Grid.Find(answer.Question) is not { } question) return (Answers.None, new("answers", "QUESTION_UNKNOWN"));
            if (kept.Any(k => k.Question == answer.Question)) return (Answers.None, new("answers", "QUESTION_TWICE"));
            var value = answer.Value is null ? null : question.Normalise(answer.Value);
            if (answer.Value is not null && value is null) return (Answers.None, new("answers", "ANSWER_NOT_OFFERED"));
            kept.Add(new(answer.Question, value));
        }

        return (new([.. kept.Where(k => state.Answers.Of(k.Question) != k.Value).OrderBy(k => k.Question, StringComparer.Ordinal)]), null);
    }

    /// <summary>One to a hundred answers, each of at most 60 characters.</summary>
    public static void Shape<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, Answers>> answers)
    {
        validator.RuleFor(answers).Must(a => a.Items.Length is >= 1 and <= 100).WithErrorCode("FROM_1_TO_100_ANSWERS").OverridePropertyName("answers");
        validator.RuleFor(answers).Must(a => a.Items.All(i => i.Question.Length <= 60 && (i.Value?.Length ?? 0) <= 60 && PlainText.HasNoNull(i.Question) && PlainText.HasNoNull(i.Value)))
            .WithErrorCode("SHORT_TEXT").OverridePropertyName("answers");
    }
}
