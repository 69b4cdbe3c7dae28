using System.Collections.Immutable;

namespace Coordination.Domain.Assessment;

/// <summary>Which way something went since the assessment before.</summary>
public enum TrendDirection
{
    /// <summary>Better.</summary>
    Improved,

    /// <summary>Neither.</summary>
    Same,

    /// <summary>Worse.</summary>
    Worse,
}

/// <summary>An answer that differs from the assessment before.</summary>
/// <param name="Direction">Null where answers have no order.</param>
public sealed record ItemTrend(string Question, string? Before, string? After, TrendDirection? Direction);

/// <summary>Two validated assessments of the same grid, compared.</summary>
/// <param name="Direction">By score; null when one of them has none.</param>
public sealed record Trend(TrendDirection? Direction, int? Difference, ImmutableArray<ItemTrend> Items)
{
    /// <summary>Compares a later assessment with an earlier one of the same grid.</summary>
    public static Trend Of(PersonAssessment earlier, PersonAssessment later)
    {
        var difference = later.Score?.Value - earlier.Score?.Value;
        var items = later.Grid.Questions
            .Select(q => (Question: q, Before: earlier.Answers.Of(q.Code), After: later.Answers.Of(q.Code)))
            .Where(i => i.Before != i.After)
            .Select(i => new ItemTrend(i.Question.Code, i.Before, i.After, Compare(i.Question, i.Before, i.After)));
        return new(difference is { } d ? Of(later.Grid.HigherIsBetter ? d : -d) : null, difference, [.. items]);
    }

    private static TrendDirection? Compare(Question question, string? before, string? after) =>
        before is null || after is null || question.Kind is QuestionKind.Flags ? null : Of(Weight(question, before) - Weight(question, after));

    // More is worse: a lost activity, or points of a grid that counts difficulties.
    private static int Weight(Question question, string value) =>
        question.Kind is QuestionKind.Activity ? (int)Modalities.TryParse(value)! : question.Options.First(o => o.Code == value).Points;

    private static TrendDirection Of(int better) => better switch { > 0 => TrendDirection.Improved, < 0 => TrendDirection.Worse, _ => TrendDirection.Same };
}
