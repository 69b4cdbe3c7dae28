using System.Collections.Immutable;
using Coordination.Domain.CareRecord;

namespace Coordination.Domain.Assessment;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>An activity of AGGIR: A, B or C, or four digits 1 or 0 for its adverbs (spontaneously, totally, correctly, habitually).</summary>
    Activity,

    /// <summary>Any of the options, in order and divided by commas; an exclusive one stands alone.</summary>
    Flags,
}

/// <summary>An answer that a question offers.</summary>
/// <param name="Code">Stable code: of a nomenclature where there is one.</param>
/// <param name="Points">What it counts for in grids that add up.</param>
/// <param name="Exclusive">It stands alone.</param>
public sealed record AnswerOption(string Code, int Points = 0, bool Exclusive = false);

/// <summary>A question of a grid; its words are texts of the platform under its code.</summary>
/// <param name="Icf">Code of the international classification of functioning, where JDV_EvaluationAGGIRPA has one.</param>
public sealed record Question(string Code, QuestionKind Kind, ImmutableArray<AnswerOption> Options, string? Icf = null)
{
    /// <summary>The answer as it is kept; null when the question does not offer it.</summary>
    public string? Normalise(string value) => Kind switch
    {
        QuestionKind.Activity => Modalities.TryParse(value) is null ? null : value,
        QuestionKind.Flags => Flags(value),
        _ => Options.Any(o => o.Code == value) ? value : null,
    };

    private string? Flags(string value)
    {
        var given = value.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        var chosen = Options.Where(o => given.Contains(o.Code)).ToList();
        return chosen.Count != given.Count || (chosen.Count > 1 && chosen.Any(o => o.Exclusive)) ? null : string.Join(',', chosen.Select(o => o.Code));
    }
}

/// <summary>Questions that stand on one page.</summary>
/// <param name="Scored">They decide the score; others inform.</param>
public sealed record QuestionGroup(string Code, bool Scored, ImmutableArray<Question> Questions);

/// <summary>A version of an assessment grid: data, never changed once used; a change is a new version.</summary>
/// <param name="TypeCode">Type of evaluation (TRE_A14, MED-129x), null for the platform's own.</param>
/// <param name="Reach">The class of data that its answers belong to.</param>
/// <param name="HigherIsBetter">Which way the score is read.</param>
/// <param name="Score">The score of complete answers; null while scored questions lack one, or for a grid without score.</param>
public sealed record Grid(
    string Code, int Version, string? TypeCode, DataClass Reach, bool HigherIsBetter, int? Highest, ImmutableArray<QuestionGroup> Groups, Func<Grid, Answers, Score?> Score)
{
    /// <summary>Every question.</summary>
    public IEnumerable<Question> Questions => Groups.SelectMany(g => g.Questions);

    /// <summary>The question of this code; null when there is none.</summary>
    public Question? Find(string code) => Questions.FirstOrDefault(q => q.Code == code);

    /// <summary>Every scored question has an answer; in a grid without score every question.</summary>
    public bool IsComplete(Answers answers)
    {
        var counted = Groups.Where(g => g.Scored).SelectMany(g => g.Questions).ToList();
        return (counted.Count > 0 ? counted : Questions).All(q => answers.Of(q.Code) is not null);
    }
}

/// <summary>What a grid gives.</summary>
/// <param name="Code">The value in a nomenclature (JDV_GIR), where there is one.</param>
public sealed record Score(int Value, string? Code = null);
