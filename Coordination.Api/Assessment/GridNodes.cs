using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Assessment;
using Platform.GraphQL;

namespace Coordination.Api.Assessment;

/// <summary>An option of a question in words.</summary>
public sealed record GridOptionNode(string Code, string Label, bool Exclusive);

/// <summary>A question in words, with why it is asked.</summary>
public sealed record GridQuestionNode(string Code, string Label, string? Why, QuestionKind Kind, IReadOnlyList<GridOptionNode> Options, string? Icf);

/// <summary>Questions of one page.</summary>
public sealed record GridGroupNode(string Code, string Label, bool Scored, IReadOnlyList<GridQuestionNode> Questions);

/// <summary>A version of a grid in words.</summary>
public sealed record GridNode(string Code, int Version, string Title, string Source, string? TypeCode, bool HigherIsBetter, int? Highest, IReadOnlyList<GridGroupNode> Groups);

/// <summary>Grids as GraphQL shows them.</summary>
public static class GridNodes
{
    /// <summary>Adds the types and the query.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<QuestionKind>()
        .AddObjectType<GridOptionNode>(d => d.BindFieldsImplicitly().Name("GridOption"))
        .AddObjectType<GridQuestionNode>(d => d.BindFieldsImplicitly().Name("GridQuestion"))
        .AddObjectType<GridGroupNode>(d => d.BindFieldsImplicitly().Name("GridGroup").Description("Questions of one page; those of a scored group decide the score."))
        .AddObjectType<GridNode>(d => d.BindFieldsImplicitly().Name("AssessmentGrid").Description("A version of an assessment grid, with its source."))
        .AddTypeExtension("Query", d => d.Field("assessmentGrids").Type("[AssessmentGrid!]!")
            .Description("The grids that an assessment may have, in their latest version.").Resolve(c =>
            {
                RequestScope.Of(c).Require(AccessAction.ReadAssessments);
                return Grids.All.GroupBy(g => g.Code).Select(g => InWords(g.Last())).ToArray();
            }));

    /// <summary>The grid in words.</summary>
    public static GridNode InWords(Grid grid) => new(grid.Code, grid.Version, Texts.Get($"Grid.{grid.Code}"), Texts.Get($"Grid.{grid.Code}.Source"), grid.TypeCode, grid.HigherIsBetter, grid.Highest,
        [.. grid.Groups.Select(group => new GridGroupNode(group.Code, Texts.Get($"Grid.{grid.Code}.{group.Code}"), group.Scored,
            [.. group.Questions.Select(q => new GridQuestionNode(q.Code, QuestionLabel(grid, q.Code), Texts.Find($"Why.{grid.Code}.{q.Code}"), q.Kind,
                [.. q.Options.Select(o => new GridOptionNode(o.Code, OptionLabel(grid, o.Code), o.Exclusive))], q.Icf))]))]);

    /// <summary>The words of a question.</summary>
    public static string QuestionLabel(Grid grid, string code) => Texts.Get($"Question.{grid.Code}.{code}");

    /// <summary>The words of an option.</summary>
    public static string OptionLabel(Grid grid, string code) => Texts.Get($"Option.{grid.Code}.{code}");

    /// <summary>The words of an answer.</summary>
    public static string AnswerLabel(Grid grid, string question, string value) => grid.Find(question)?.Kind switch
    {
        QuestionKind.Activity => OptionLabel(grid, Modalities.TryParse(value)!.Value.ToString()),
        QuestionKind.Flags => string.Join(", ", value.Split(',').Select(v => OptionLabel(grid, v))),
        _ => OptionLabel(grid, value),
    };
}
