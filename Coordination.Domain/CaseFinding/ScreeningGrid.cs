using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>What a grid proposes; a coordinator decides.</summary>
public enum ScreeningOutcome
{
    /// <summary>Information is enough.</summary>
    Inform,

    /// <summary>A service that fits better.</summary>
    Orient,

    /// <summary>Support by the DAC.</summary>
    Support,
}

/// <summary>One answer that may be chosen, and what it weighs.</summary>
public sealed record ScreeningOption(string Code, int Weight);

/// <summary>One question.</summary>
public sealed record ScreeningQuestion(string Code, ImmutableArray<ScreeningOption> Options);

/// <summary>From this score on, this is proposed.</summary>
public sealed record ScreeningThreshold(int From, ScreeningOutcome Outcome);

/// <summary>A grid answered: it cites the grid's version, so that a later version changes nothing of it.</summary>
/// <param name="Answers">Chosen option by question.</param>
public sealed record Screening(string Grid, int Version, ImmutableSortedDictionary<string, string> Answers, int Score, ScreeningOutcome Suggestion)
{
    /// <summary>Equal when the answers are the same ones too.</summary>
    public bool Equals(Screening? other) => other is not null && Grid == other.Grid && Version == other.Version && Score == other.Score
        && Suggestion == other.Suggestion && Answers.SequenceEqual(other.Answers);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Grid, Version, Score, Answers.Count);
}

/// <summary>A screening grid (grille de repérage) in one version: data that never changes once published.</summary>
/// <param name="Thresholds">By rising score; the first one begins at 0.</param>
public sealed record ScreeningGrid(string Code, int Version, ImmutableArray<ScreeningQuestion> Questions, ImmutableArray<ScreeningThreshold> Thresholds)
{
    /// <summary>Scores answers: every question has one, and only options of the grid.</summary>
    public (Screening? Screening, InvalidCommand? Error) Answer(IReadOnlyDictionary<string, string> answers)
    {
        if (answers.Keys.Except(Questions.Select(q => q.Code)).Any()) return (null, new("answers", "UNKNOWN_QUESTION"));
        var score = 0;
        foreach (var question in Questions)
        {
            if (!answers.TryGetValue(question.Code, out var chosen)) return (null, new("answers", "EVERY_QUESTION"));
            if (question.Options.FirstOrDefault(o => o.Code == chosen) is not { } option) return (null, new("answers", "UNKNOWN_OPTION"));
            score += option.Weight;
        }

        var outcome = Thresholds.Last(t => score >= t.From).Outcome;
        return (new(Code, Version, answers.ToImmutableSortedDictionary(StringComparer.Ordinal), score, outcome), null);
    }
}
