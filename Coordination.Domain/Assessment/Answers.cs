using System.Collections.Immutable;

namespace Coordination.Domain.Assessment;

/// <summary>An answer to a question of a grid.</summary>
/// <param name="Value">The code chosen; null takes an answer back.</param>
public sealed record Answer(string Question, string? Value);

/// <summary>Answers in the order of their questions' codes; equal when they say the same.</summary>
public sealed record Answers(ImmutableArray<Answer> Items)
{
    /// <summary>None.</summary>
    public static Answers None { get; } = new([]);

    /// <summary>The answer to a question; null while there is none.</summary>
    public string? Of(string question) => Items.FirstOrDefault(a => a.Question == question)?.Value;

    /// <summary>These with others on top; an answer taken back is gone.</summary>
    public Answers With(Answers others) => new(
    [
        .. Items.Where(a => others.Items.All(o => o.Question != a.Question)).Concat(others.Items).Where(a => a.Value is not null)
            .OrderBy(a => a.Question, StringComparer.Ordinal),
    ]);

    /// <summary>Equal when they say the same.</summary>
    public bool Equals(Answers? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc />
    public override int GetHashCode() => Items.Length;
}
