using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CarePathway;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CarePathway;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CarePathway;

/// <summary>A rupture or an unmet need as GraphQL shows it, with the words of the territory.</summary>
public sealed record DisruptionNode(TerritoryId Territory, DisruptionView View, DisruptionTypology Typology);

/// <summary>A code in words.</summary>
/// <param name="Own">The territory's own words.</param>
public sealed record TypologyCodeNode(TypologyDimension Dimension, string Code, string Label, bool Own, bool Retired);

/// <summary>Ruptures and unmet needs of one type in one commune.</summary>
/// <param name="Open">Of these, not over yet.</param>
/// <param name="Persisting">Of these, without an answer.</param>
public sealed record DisruptionMeasure(DisruptionNature Nature, string Type, string TypeLabel, string Commune, int Count, int Open, int Persisting);

/// <summary>Ruptures and unmet needs of a record, the typology, and the counts of a territory.</summary>
public static class DisruptionNodes
{
    private static readonly string Sql =
        $"""
        select nature, type, commune, count(*)::int, (count(*) filter (where status <> 'Closed'))::int, (count(*) filter (where status = 'Persisting'))::int
        from {DisruptionProjection.View.Table} where tenant_id = $1 and noticed_on between $2 and $3 and not mistaken
        group by nature, type, commune order by count(*) desc, nature, type, commune
        """;

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<DisruptionNature>()
        .AddEnumType<DisruptionStatus>()
        .AddEnumType<DisruptionClosing>()
        .AddEnumType<TypologyDimension>()
        .AddObjectType<TypologyCodeNode>(d => d.BindFieldsImplicitly().Name("TypologyCode"))
        .AddObjectType<DisruptionMeasure>(d => d.BindFieldsImplicitly())
        .AddObjectType<DisruptionNode>(d =>
        {
            d.Name("Disruption").Description("A rupture of a pathway or an unmet need of a person.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Disruption", Node(c).View.Id));
            d.Field("nature").Type("DisruptionNature!").Resolve(c => Of(c).Nature);
            d.Field("type").Type("TypologyCode!").Resolve(c => InWords(c, TypologyDimension.Type, Of(c).Codes.Type)!);
            d.Field("cause").Type("TypologyCode").Resolve(c => InWords(c, TypologyDimension.Cause, Of(c).Codes.Cause));
            d.Field("resource").Type("TypologyCode").Description("What is missing.").Resolve(c => InWords(c, TypologyDimension.Resource, Of(c).Codes.Resource));
            d.Field("prejudice").Type("TypologyCode").Resolve(c => InWords(c, TypologyDimension.Prejudice, Of(c).Codes.Prejudice));
            d.Field("noticedOn").Type("Date!").Resolve(c => Of(c).NoticedOn);
            d.Field("text").Type("String").Resolve<string?>(c => OpenAsync(c, Of(c).Text));
            d.Field("answer").Type("String").Resolve<string?>(c => OpenAsync(c, Of(c).Answer));
            d.Field("status").Type("DisruptionStatus!").Resolve(c => Of(c).Status);
            d.Field("closing").Type("DisruptionClosing").Resolve(c => Of(c).Closing);
            d.Field("reportedBy").Type("String!").Resolve(c => Names.AuthorAsync(c, Node(c).View.ReportedBy));
            d.Field("reportedAt").Type("DateTime!").Resolve(c => Node(c).View.ReportedAt);
            d.Field("history").Type("[HistoryEntry!]!").Resolve(c => History.ReadAsync(c, Node(c).Territory, Node(c).View.Id, null));
            d.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
        })
        .AddTypeExtension("CareRecord", d => d.Field("disruptions").Type("[Disruption!]")
            .Description("Ruptures and unmet needs of the person, open ones first; null when the subject may not read them.").Resolve<DisruptionNode[]>(OfRecordAsync))
        .AddTypeExtension("Query", d =>
        {
            d.Field("disruptionTypology").Type("[TypologyCode!]!").Description("The codes of the subject's territory, retired ones too.").Resolve<TypologyCodeNode[]>(TypologyAsync);
            d.Field("disruptionMeasures").Type("[DisruptionMeasure!]!").Argument("from", "Date!").Argument("to", "Date!")
                .Description("Ruptures and unmet needs noticed from a day to another, both included, by type and commune of the DAC; mistakes do not count.")
                .Resolve<DisruptionMeasure[]>(MeasureAsync);
        });

    /// <summary>The typology of a territory as it stands.</summary>
    public static async Task<DisruptionTypology> TypologyOfAsync(IResolverContext context, TerritoryId territory)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.Events.AggregateStreamAsync<DisruptionTypology>(DisruptionTypology.IdOf(territory), ct: context.RequestAborted) ?? DisruptionTypology.Default;
    }

    /// <summary>A code in words.</summary>
    public static TypologyCodeNode InWords(TypologyCode code) =>
        new(code.Dimension, code.Code, code.Label ?? Texts.Find($"Typology.{code.Dimension}.{code.Code}") ?? code.Code, code.Label is not null, code.Retired);

    private static DisruptionNode Node(IResolverContext context) => context.Parent<DisruptionNode>();

    private static Disruption Of(IResolverContext context) => Node(context).View.Disruption;

    private static TypologyCodeNode? InWords(IResolverContext context, TypologyDimension dimension, string? code) =>
        code is null ? null : InWords(Node(context).Typology.Find(dimension, code) ?? new(dimension, code, null, true));

    private static async Task<DisruptionNode[]> OfRecordAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadPathway, node);
        var persons = await PersonIdentities.OfAsync(context, node);
        var typology = await TypologyOfAsync(context, node.Territory);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var views = await session.QueryAsync<DisruptionView>("where person_id = any($1) order by status = 'Closed', noticed_on desc, id", [persons], context.RequestAborted);
        return [.. views.Select(v => new DisruptionNode(node.Territory, v, typology))];
    }

    private static async Task<TypologyCodeNode[]> TypologyAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var reports = scope.Decide(AccessAction.ReadPathway, null).Permitted;
        var territory = scope.Require(reports ? AccessAction.ReadPathway : AccessAction.ReadSettings);
        return [.. (await TypologyOfAsync(context, territory)).Codes.Select(InWords)];
    }

    private static async Task<DisruptionMeasure[]> MeasureAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var supervises = scope.Decide(AccessAction.Supervise, null).Permitted;
        var territory = scope.Require(supervises ? AccessAction.Supervise : AccessAction.QualifyDisruption);
        var (from, to) = (context.ArgumentValue<DateOnly>("from"), context.ArgumentValue<DateOnly>("to"));
        if (to < from || to > from.AddYears(10))
            throw new GraphQLException(CommandErrors.Invalid("to", to < from ? "PERIOD_ORDER" : "PERIOD_LENGTH").Message, "INVALID_INPUT", new Dictionary<string, object?> { ["field"] = "to" });
        var typology = await TypologyOfAsync(context, territory);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var rows = await session.RawAsync(Sql, [territory.Value, from, to], r => (
            Nature: Enum.Parse<DisruptionNature>(r.GetString(0)), Type: r.GetString(1), Commune: r.GetString(2), Count: r.GetInt32(3), Open: r.GetInt32(4), Persisting: r.GetInt32(5)),
            context.RequestAborted);
        return await Task.WhenAll(rows.Select(async r => new DisruptionMeasure(
            r.Nature, r.Type, InWords(typology.Find(TypologyDimension.Type, r.Type) ?? new(TypologyDimension.Type, r.Type, null, true)).Label,
            await context.Service<DirectoryReader>().CommuneNameAsync(r.Commune, context.RequestAborted), r.Count, r.Open, r.Persisting)));
    }

    private static async Task<string?> OpenAsync(IResolverContext context, Protected<string>? text)
    {
        if (text is null) return null;
        RequestScope.Of(context).Trail.Show(Node(context).Territory, text.Subject);
        return await context.Service<ProtectedText>().OpenAsync(Node(context).Territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");
    }
}
