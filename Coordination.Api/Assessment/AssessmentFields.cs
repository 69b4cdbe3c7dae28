using System.Globalization;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Assessment;
using Coordination.Domain.CareRecord;
using Coordination.Projections.Assessment;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Assessment;

/// <summary>A group of dependence: estimated here, or notified by the department council.</summary>
/// <param name="Code">Its code in JDV_GIR.</param>
public sealed record GirNode(int Gir, string Code, DateOnly On);

/// <summary>A person's autonomy as last known: an estimate is the platform's computation, only a notified group opens rights.</summary>
public sealed record AutonomyNode(GirNode? Estimated, GirNode? Notified);

/// <summary>Assessments of a record.</summary>
public static class AssessmentFields
{
    private static readonly PageKey[] Order = [new("assessed_on", "date", Descending: true), new("id", "uuid", Descending: true)];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema)
    {
        GridNodes.Add(schema);
        schema
            .AddEnumType<AssessmentStatus>()
            .AddEnumType<Modality>()
            .AddEnumType<TrendDirection>()
            .AddType<AssessmentType>()
            .AddObjectType<AnswerNode>(d => d.BindFieldsImplicitly().Name("Answer"))
            .AddObjectType<ScoreNode>(d => d.BindFieldsImplicitly().Name("Score").Description("What the answers give, and how."))
            .AddObjectType<ItemTrendNode>(d => d.BindFieldsImplicitly().Name("ItemTrend"))
            .AddObjectType<TrendNode>(d => d.BindFieldsImplicitly().Name("AssessmentTrend"))
            .AddObjectType<AssessmentCorrectionNode>(d => d.BindFieldsImplicitly().Name("AssessmentCorrection"))
            .AddObjectType<GirNode>(d => d.BindFieldsImplicitly().Name("Gir"))
            .AddObjectType<AutonomyNode>(d => d.BindFieldsImplicitly().Name("Autonomy").Description("Estimated by the platform's computation, and notified by the department council."))
            .AddConnection<AssessmentNode>("Assessments")
            .AddTypeExtension("CareRecord", d =>
            {
                d.Field("assessments").UsePaging("Assessments").Argument("grid", "String")
                    .Description("Assessments of the person that the subject may read, last seen first.").Resolve<Connection<AssessmentNode>>(ListAsync);
                d.Field("assessment").Type("Assessment").Argument("id", "ID!").Description("One assessment of the person.").Resolve<AssessmentNode?>(FindAsync);
                d.Field("autonomy").Type("Autonomy").Description("The last groups; null when the subject may not read assessments.").Resolve<AutonomyNode?>(AutonomyAsync);
            });
    }

    private static async Task<Connection<AssessmentNode>> ListAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadAssessments, node);
        RequestScope.Of(context).Trail.Show(node.Territory, node.View.Record.PersonId);
        var asked = context.ArgumentValue<string?>("grid");
        var readable = await ReadableAsync(context, node);
        var grids = Grids.All.Where(g => readable.Contains(g.Reach) && (asked is null || g.Code == asked)).Select(g => g.Code).Distinct().ToArray();
        var request = new ListRequest([], [], Order);
        request.Add("person_id = {0}", node.View.Record.PersonId.Value);
        request.Add("grid = any({0})", grids);
        var series = await SeriesAsync(context, node);
        return await context.Service<ListPage>().ReadAsync<AssessmentView, AssessmentNode>(
            node.Territory, $"assessments|{node.View.Id}|{RequestScope.Of(context).Subject.Id}|{string.Join(',', grids)}", request,
            context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [view.Assessment.On.ToString("O", CultureInfo.InvariantCulture), view.Id.ToString()], view => Of(node, view, series), context.RequestAborted);
    }

    private static async Task<AssessmentNode?> FindAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadAssessments, node);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var view = await session.LoadAsync<AssessmentView>(NodeId.Decode("Assessment", context.ArgumentValue<string>("id"), "id"), context.RequestAborted);
        if (view is null || view.Assessment.Person != node.View.Record.PersonId) return null;
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadAssessments, node, view.Assessment.Grid.Reach);
        RequestScope.Of(context).Trail.Show(node.Territory, node.View.Record.PersonId, view.Assessment.Grid.Reach);
        return Of(node, view, await SeriesAsync(context, node));
    }

    private static async Task<AutonomyNode?> AutonomyAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        if (!(await CareRecordQueries.DecideAsync(context, AccessAction.ReadAssessments, node, AggirGrid.Grid.Reach)).Permitted) return null;
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var estimated = (await SeriesAsync(context, node)).LastOrDefault(v => v.Assessment is { GridCode: AggirGrid.Code, Score: not null })?.Assessment;
        var notified = (await session.LoadAsync<AutonomyView>(Autonomy.IdOf(node.Territory, node.View.Record.PersonId), context.RequestAborted))?.Autonomy.Notified.LastOrDefault();
        return new(
            estimated is null ? null : new(estimated.Score!.Value, estimated.Score.Code!, estimated.On),
            notified is null ? null : new(notified.Gir, AggirGrid.CodeOf(notified.Gir), notified.On));
    }

    // Classes that the subject may read assessments of.
    private static async Task<HashSet<DataClass>> ReadableAsync(IResolverContext context, CareRecordNode node)
    {
        var readable = new HashSet<DataClass>();
        foreach (var reach in Grids.All.Select(g => g.Reach).Distinct())
            if ((await CareRecordQueries.DecideAsync(context, AccessAction.ReadAssessments, node, reach)).Permitted) readable.Add(reach);
        return readable;
    }

    // The person's validated assessments, first seen first.
    private static async Task<IReadOnlyList<AssessmentView>> SeriesAsync(IResolverContext context, CareRecordNode node)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        return await session.QueryAsync<AssessmentView>(
            "where person_id = $1 and status = 'Validated' order by assessed_on, id", [node.View.Record.PersonId.Value], context.RequestAborted);
    }

    private static AssessmentNode Of(CareRecordNode node, AssessmentView view, IReadOnlyList<AssessmentView> series) => new(node.Territory, view, series.LastOrDefault(v =>
        v.Id != view.Id && v.Assessment.GridCode == view.Assessment.GridCode && v.Assessment.GridVersion == view.Assessment.GridVersion
        && (v.Assessment.On, v.StartedAt).CompareTo((view.Assessment.On, view.StartedAt)) < 0));
}
