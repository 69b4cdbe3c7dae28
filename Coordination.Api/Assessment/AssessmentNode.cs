using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.Assessment;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Assessment;
using Platform.GraphQL;

namespace Coordination.Api.Assessment;

/// <summary>An assessment as GraphQL shows it, with the one of the same grid that was validated before it.</summary>
public sealed record AssessmentNode(TerritoryId Territory, AssessmentView View, AssessmentView? Previous)
{
    /// <summary>What it says.</summary>
    public PersonAssessment State => View.Assessment;
}

/// <summary>An answer in words.</summary>
public sealed record AnswerNode(string Question, string QuestionLabel, string Value, string Label, Modality? Modality);

/// <summary>A score in words.</summary>
/// <param name="Explanation">How it came about, line by line.</param>
public sealed record ScoreNode(int Value, string? Code, string Label, IReadOnlyList<string> Explanation);

/// <summary>What went another way since the assessment before.</summary>
public sealed record ItemTrendNode(string Question, string Label, string? Before, string? After, TrendDirection? Direction);

/// <summary>A comparison with the assessment before.</summary>
public sealed record TrendNode(DateOnly Since, TrendDirection? Direction, int? Difference, IReadOnlyList<ItemTrendNode> Items);

/// <summary>A correction, opened.</summary>
public sealed record AssessmentCorrectionNode(string By, DateTimeOffset At, string Reason, int? ScoreBefore, IReadOnlyList<AnswerNode> AnswersBefore);

/// <summary>The GraphQL type <c>Assessment</c>.</summary>
public sealed class AssessmentType : ObjectType<AssessmentNode>
{
    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<AssessmentNode> descriptor)
    {
        descriptor.Name("Assessment").Description("An assessment of a person with a grid. A later one never overwrites it.");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Assessment", Node(c).View.Id));
        descriptor.Field("grid").Type("AssessmentGrid!").Resolve(c => GridNodes.InWords(Node(c).State.Grid));
        descriptor.Field("on").Type("Date!").Description("The day the person was seen.").Resolve(c => Node(c).State.On);
        descriptor.Field("status").Type("AssessmentStatus!").Resolve(c => Node(c).State.Status);
        descriptor.Field("complete").Type("Boolean!").Description("Every question that counts has an answer.").Resolve(c => Node(c).State.Grid.IsComplete(Node(c).State.Answers));
        descriptor.Field("assessor").Type("Professional").Description("Who assessed; null when the person answered by herself.").Resolve<ProfessionalEntry?>(async c =>
            Node(c).State.Assessor is { } assessor ? await Names.ProfessionalAsync(c, assessor) : null);
        descriptor.Field("score").Type("Score").Description("From the answers as they are; null while a question that counts lacks one.").Resolve(c => ScoreOf(Node(c).State));
        descriptor.Field("answers").Type("[Answer!]!").Resolve(c => AnswersOf(Node(c).State.Grid, Node(c).State.Answers));
        descriptor.Field("trend").Type("AssessmentTrend").Description("Against the validated assessment of the same grid before; null when there is none.").Resolve(c => TrendOf(Node(c)));
        descriptor.Field("previous").Type("Assessment").Resolve(c => Node(c).Previous is { } previous ? new AssessmentNode(Node(c).Territory, previous, null) : null);
        descriptor.Field("comment").Type("String").Resolve<string?>(async c => Node(c).View.Comment is { } comment ? await OpenAsync(c, comment) : null);
        descriptor.Field("corrections").Type("[AssessmentCorrection!]!").Description("What was corrected after the validation, oldest first.").Resolve<AssessmentCorrectionNode[]>(async c =>
            await Task.WhenAll(Node(c).View.Corrections.Select(async x => new AssessmentCorrectionNode(
                await Names.AuthorAsync(c, x.By), x.At, await OpenAsync(c, x.Reason), x.ScoreBefore?.Value, AnswersOf(Node(c).State.Grid, x.Before)))));
        descriptor.Field("startedAt").Type("DateTime!").Resolve(c => Node(c).View.StartedAt);
        descriptor.Field("validatedAt").Type("DateTime").Resolve(c => Node(c).View.ValidatedAt);
        descriptor.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
    }

    private static AssessmentNode Node(IResolverContext context) => context.Parent<AssessmentNode>();

    private static async Task<string> OpenAsync(IResolverContext context, Protected<string> text)
    {
        RequestScope.Of(context).Trail.Show(Node(context).Territory, text.Subject, Node(context).State.Grid.Reach);
        return await context.Service<ProtectedText>().OpenAsync(Node(context).Territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");
    }

    private static AnswerNode[] AnswersOf(Grid grid, Answers answers) =>
    [
        .. answers.Items.Where(a => a.Value is not null).Select(a => new AnswerNode(a.Question, GridNodes.QuestionLabel(grid, a.Question), a.Value!,
            GridNodes.AnswerLabel(grid, a.Question, a.Value!), grid.Find(a.Question)?.Kind is QuestionKind.Activity ? Modalities.TryParse(a.Value) : null)),
    ];

    private static ScoreNode? ScoreOf(PersonAssessment state) => state.Grid.Score(state.Grid, state.Answers) is not { } score ? null : new(score.Value, score.Code,
        Texts.Get($"Score.{state.GridCode}", score.Value, state.Grid.Highest),
        AggirGrid.Code == state.GridCode && AggirGrid.Explain(state.Answers) is { } result
            ? [.. AggirGrid.VariablesOf(state.Answers).Select(v => Texts.Get("Aggir.Variable", Texts.Get($"Aggir.{v.Code}"), v.Modality)), Texts.Get("Aggir.Rank", result.Function, result.Sum, result.Rank, result.Gir)]
            : [.. state.Grid.Questions.Select(q => Texts.Get("Score.Line", GridNodes.QuestionLabel(state.Grid, q.Code), q.Options.First(o => o.Code == state.Answers.Of(q.Code)).Points))]);

    private static TrendNode? TrendOf(AssessmentNode node)
    {
        if (node.Previous is not { } previous) return null;
        var trend = Trend.Of(previous.Assessment, node.State);
        return new(previous.Assessment.On, trend.Direction, trend.Difference,
        [
            .. trend.Items.Select(i => new ItemTrendNode(i.Question, GridNodes.QuestionLabel(node.State.Grid, i.Question), Label(i.Question, i.Before), Label(i.Question, i.After), i.Direction)),
        ]);

        string? Label(string question, string? value) => value is null ? null : GridNodes.AnswerLabel(node.State.Grid, question, value);
    }
}
