using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>What set a chain off.</summary>
public enum ChainOrigin
{
    /// <summary>A message of an interface.</summary>
    Message,

    /// <summary>Somebody's command.</summary>
    Command,

    /// <summary>The platform itself: a deadline came, or a rule was looked at again.</summary>
    Platform,
}

/// <summary>A fact with all that led to it and all that it led to, as far as the subject may read them.</summary>
/// <param name="OriginLabel">Who or what set it off, in words.</param>
/// <param name="Steps">The facts in the order in which they were recorded.</param>
public sealed record CausalChainNode(ChainOrigin Origin, string OriginLabel, DateTimeOffset StartedAt, IReadOnlyList<ChainStep> Steps);

/// <summary>One fact of a chain.</summary>
/// <param name="Asked">The fact that was asked about.</param>
public sealed record ChainStep(Guid EventId, string Kind, string KindLabel, string Label, string Author, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, bool Asked);

/// <summary><c>CareRecord.causes(eventId)</c>: message or command → facts → alerts.</summary>
public static class CausalChain
{
    private const int Longest = 200;

    /// <summary>Adds it, the life line and corrections to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<ChainOrigin>()
        .AddObjectType<ChainStep>(d => d.BindFieldsImplicitly())
        .AddObjectType<CausalChainNode>(d => d.BindFieldsImplicitly().Name("CausalChain").Description("What led to a fact, and what it led to."))
        .AddObjectType<FactCorrectionNode>(d => d.BindFieldsImplicitly().Name("FactCorrection"))
        .AddObjectType<LifeLineEntry>(d => d.BindFieldsImplicitly().Description("One fact about a person. `occurredAt` is when it happened, `recordedAt` when the platform learned it."))
        .AddObjectType<LifeLineMonth>(d => d.BindFieldsImplicitly())
        .AddInputObjectType<LifeLineFilterInput>()
        .AddConnection<LifeLineEntry>("LifeLine")
        .AddTypeExtension("CareRecord", d =>
        {
            d.Field("lifeLine").UsePaging("LifeLine").Argument("where", "LifeLineFilterInput")
                .Description("Everything that happened about the person, from all her streams that the subject may read: last fact first.").Resolve<Connection<LifeLineEntry>>(LifeLine.ReadAsync);
            d.Field("lifeLineDensity").Type("[LifeLineMonth!]").Description("Facts a month over the last 24 months, as `YYYY-MM`; months without any are left out.")
                .Resolve<LifeLineMonth[]>(LifeLine.DensityAsync);
            d.Field("lifeLineHidden").Type("[String!]").Description("Kinds of streams that the subject may not read.").Resolve<string[]>(async c =>
                [.. (await LifeLine.StreamsAsync(c, c.Parent<CareRecordNode>())).Hidden.Select(kind => Texts.Get($"Stream.{kind}"))]);
            d.Field("causes").Type("CausalChain").Argument("eventId", "UUID!").Description("What led to a fact and what it led to; null for a fact that is not the person's or may not be read.")
                .Resolve<CausalChainNode?>(ReadAsync);
        });

    private static async Task<CausalChainNode?> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadRecords, node);
        RequestScope.Of(context).Trail.Show(node.Territory, node.View.Record.PersonId);
        var (streams, _) = await LifeLine.StreamsAsync(context, node);
        var asked = context.ArgumentValue<Guid>("eventId");
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        Task<IReadOnlyList<IEvent>> FindAsync(string condition, object parameter) => session.Events.QueryRawEventsAsync(
            $"{condition} and e.stream_id = any($2)", $"order by e.seq_id limit {Longest}", [parameter, streams.Keys.ToArray()], context.RequestAborted);

        if ((await FindAsync("e.id = $1", asked)).SingleOrDefault() is not { } fact) return null;
        // A deadline starts no request of its own: what an alert cites is what led to it.
        var cited = CauseIn(fact.Data) is { } cause ? (await FindAsync("e.id = $1", cause.EventId)).SingleOrDefault() : null;
        var root = cited ?? fact;
        var steps = new Dictionary<Guid, IEvent> { [fact.Id] = fact, [root.Id] = root };
        foreach (var correlation in new[] { fact.CorrelationId, root.CorrelationId }.OfType<string>().Distinct())
            foreach (var e in await FindAsync("e.correlation_id = $1", correlation)) steps[e.Id] = e;
        // Alerts that cite a fact of the chain, whenever they were raised.
        foreach (var e in await FindAsync("e.data #>> '{cause,eventId}' = any($1)", steps.Keys.Select(id => id.ToString()).ToArray())) steps[e.Id] = e;
        var order = steps.Values.OrderBy(e => e.RecordedAt).ThenBy(e => e.Position).ToList();
        var (origin, words) = await OriginAsync(context, order[0]);
        return new(origin, words, order[0].RecordedAt, await Task.WhenAll(order.Select(async e => new ChainStep(
            e.Id, e.StreamType, Texts.Get($"Stream.{e.StreamType}"), History.LabelOf(e), await Names.AuthorAsync(context, e.UserName), e.OccurredAt, e.RecordedAt, e.Id == asked))));
    }

    private static async Task<(ChainOrigin Origin, string Words)> OriginAsync(IResolverContext context, IEvent first)
    {
        if (first.UserName?.StartsWith("interface:", StringComparison.Ordinal) == true)
            return (ChainOrigin.Message, Texts.Get("Chain.Message", await Names.AuthorAsync(context, first.UserName), first.CorrelationId?.Split(':')[^1]));
        return first.UserName is null or "platform"
            ? (ChainOrigin.Platform, Texts.Get("Chain.Platform"))
            : (ChainOrigin.Command, Texts.Get("Chain.Command", await Names.AuthorAsync(context, first.UserName)));
    }

    private static AlertCause? CauseIn(object fact) => fact switch
    {
        AlertRaised e => e.Cause,
        AlertReassessed e => e.Cause,
        AlertReopened e => e.Cause,
        AlertResolved e => e.Cause,
        _ => null,
    };
}
