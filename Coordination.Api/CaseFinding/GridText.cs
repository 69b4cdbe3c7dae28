using Coordination.Api.Resources;
using Coordination.Domain.CaseFinding;

namespace Coordination.Api.CaseFinding;

/// <summary>One answer that may be chosen, in words.</summary>
public sealed record ScreeningChoiceNode(string Code, string Label, int Weight);

/// <summary>One question in words.</summary>
public sealed record ScreeningQuestionNode(string Code, string Label, IReadOnlyList<ScreeningChoiceNode> Options);

/// <summary>A grid in words.</summary>
/// <param name="Source">Where it comes from, and what it is worth.</param>
public sealed record ScreeningGridNode(
    string Code, int Version, string Label, string Source, IReadOnlyList<ScreeningQuestionNode> Questions, IReadOnlyList<ScreeningThreshold> Thresholds);

/// <summary>The French words of grids: <c>Grid.code</c>, <c>Grid.code.question</c>, <c>Grid.code.question.option</c> or <c>Grid.option</c>.</summary>
public static class GridText
{
    /// <summary>The name of a grid.</summary>
    public static string Of(string grid) => Texts.Find($"Grid.{grid}") ?? grid;

    /// <summary>A question.</summary>
    public static string Of(string grid, string question) => Texts.Find($"Grid.{grid}.{question}") ?? question;

    /// <summary>An answer.</summary>
    public static string Of(string grid, string question, string option) => Texts.Find($"Grid.{grid}.{question}.{option}") ?? Texts.Find($"Grid.{option}") ?? option;

    /// <summary>A whole grid.</summary>
    public static ScreeningGridNode Of(ScreeningGrid grid) => new(
        grid.Code, grid.Version, Of(grid.Code), Texts.Get($"Grid.{grid.Code}.source"),
        [.. grid.Questions.Select(q => new ScreeningQuestionNode(q.Code, Of(grid.Code, q.Code), [.. q.Options.Select(o => new ScreeningChoiceNode(o.Code, Of(grid.Code, q.Code, o.Code), o.Weight))]))],
        [.. grid.Thresholds]);
}
