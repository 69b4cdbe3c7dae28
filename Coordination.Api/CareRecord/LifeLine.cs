using System.Collections.Frozen;
using System.Globalization;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Which facts of a life line are asked for; every part narrows.</summary>
/// <param name="Kinds">Kinds of streams, by their alias.</param>
/// <param name="Author">Actor id of who said it.</param>
/// <param name="KnownAt">As it was known then: facts recorded by this instant.</param>
/// <param name="From">Facts that happened from this instant on.</param>
/// <param name="Before">Facts that happened before this instant.</param>
public sealed record LifeLineFilterInput(
    IReadOnlyList<string>? Kinds = null, string? Author = null, DateTimeOffset? KnownAt = null, DateTimeOffset? From = null, DateTimeOffset? Before = null);

/// <summary>A fact about a person, from whichever stream.</summary>
/// <param name="Kind">Alias of the stream's type.</param>
/// <param name="Late">Recorded on a later day than it happened.</param>
/// <param name="Corrections">What was said of it since, oldest first.</param>
/// <param name="Text">What a correction says; null for any other fact.</param>
public sealed record LifeLineEntry(
    Guid EventId, string Type, string Kind, string KindLabel, string Label, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Author, string Source, bool Late,
    IReadOnlyList<FactCorrectionNode> Corrections, string? Text);

/// <summary>A correction of a fact, opened.</summary>
public sealed record FactCorrectionNode(Guid EventId, string Text, string Author, DateTimeOffset At);

/// <summary>How many facts a month has.</summary>
public sealed record LifeLineMonth(string Month, int Count);

/// <summary>Everything that happened about a person in one line: all her streams, under every identity that became hers.</summary>
public static class LifeLine
{
    private static readonly PageKey[] Order = [new("e.occurred_at", "timestamptz", Descending: true), new("e.stream_id::text || lpad(e.version::text, 9, '0')", "text", Descending: true)];

    /// <summary>The streams about a person that the subject may read, with their types; and the kinds that are hidden from him.</summary>
    public static async Task<(FrozenDictionary<Guid, string> Streams, IReadOnlyList<string> Hidden)> StreamsAsync(IResolverContext context, CareRecordNode node)
    {
        var (open, hidden) = (new List<PersonStream>(), new List<string>());
        foreach (var kind in PersonStreams.All)
            if ((await CareRecordQueries.DecideAsync(context, kind.Read, node)).Permitted) open.Add(kind);
            else hidden.Add(kind.Type);
        var persons = await PersonIdentities.OfAsync(context, node);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var sql = string.Join(" union all ", open.Select(k => $"select id, '{k.Type}' from {k.Table} where {k.PersonColumn} = any($1)"));
        var found = open.Count == 0 ? [] : await session.RawAsync(sql, [persons], row => (Id: row.GetGuid(0), Type: row.GetString(1)), context.RequestAborted);
        return (found.ToFrozenDictionary(f => f.Id, f => f.Type), hidden);
    }

    /// <summary>One page of it, last fact first.</summary>
    public static async Task<Connection<LifeLineEntry>> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadRecords, node);
        var scope = RequestScope.Of(context);
        scope.Trail.Show(node.Territory, node.View.Record.PersonId);
        var (streams, _) = await StreamsAsync(context, node);
        var request = Narrow(streams, context.ArgumentValue<LifeLineFilterInput?>("where"));
        var size = Keyset.PageSize(context.ArgumentValue<int?>("first"));
        var list = $"life|{node.View.Id}|{scope.Subject.Id}|{string.Join('|', request.Parameters.Skip(1).Select(p => p is Array ? "" : p))}";
        var counting = (Where: string.Join(" and ", request.Conditions), Parameters: request.Parameters.ToArray());
        var keyset = context.Service<Keyset>();
        var after = context.ArgumentValue<string?>("after");
        if (after is not null)
        {
            var position = keyset.Decode(list, after);
            request.Conditions.Add($"({Keyset.After(Order, request.Parameters.Count + 1)})");
            request.Parameters.AddRange(position);
        }

        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var events = await session.Events.QueryRawEventsAsync(string.Join(" and ", request.Conditions),
            $"order by {Keyset.OrderBy(Order)} limit {size + 1}", [.. request.Parameters], context.RequestAborted);
        var corrections = await CorrectionsAsync(context, session, node, context.ArgumentValue<LifeLineFilterInput?>("where")?.KnownAt);
        var edges = await Task.WhenAll(events.Take(size).Select(async e => new Edge<LifeLineEntry>(
            keyset.Encode(list, [ListPage.Value(e.OccurredAt), $"{e.StreamId}{e.Version.ToString("D9", CultureInfo.InvariantCulture)}"]),
            await EntryAsync(context, node, e, corrections))));
        var info = new PageInfo(events.Count > size, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new(edges, info, async token =>
        {
            await using var counter = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
            return (await counter.RawAsync($"select count(*)::int from mt_events e where {counting.Where} and e.tenant_id = ${counting.Parameters.Length + 1}",
                [.. counting.Parameters, node.Territory.Value], row => row.GetInt32(0), token))[0];
        });
    }

    /// <summary>Whether a fact is one of the person's that the subject may read.</summary>
    public static async Task<bool> HoldsAsync(IResolverContext context, CareRecordNode node, Guid fact)
    {
        var (streams, _) = await StreamsAsync(context, node);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        return (await session.Events.QueryRawEventsAsync("e.id = $1 and e.stream_id = any($2)", "", [fact, streams.Keys.ToArray()], context.RequestAborted)).Count > 0;
    }

    /// <summary>Facts a month, over the last 24 months with any.</summary>
    public static async Task<LifeLineMonth[]> DensityAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadRecords, node);
        var (streams, _) = await StreamsAsync(context, node);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        return [.. await session.RawAsync(
            """
            select to_char(e.occurred_at at time zone 'Europe/Paris', 'YYYY-MM') as month, count(*)::int from mt_events e
            where e.tenant_id = $1 and e.stream_id = any($2) and e.occurred_at > $3 group by month order by month
            """,
            [node.Territory.Value, streams.Keys.ToArray(), RequestScope.Of(context).Context.Now.AddMonths(-24)],
            row => new LifeLineMonth(row.GetString(0), row.GetInt32(1)), context.RequestAborted)];
    }

    /// <summary>A fact in words.</summary>
    public static async Task<LifeLineEntry> EntryAsync(
        IResolverContext context, CareRecordNode node, IEvent e, ILookup<Guid, FactCorrectionNode> corrections) => new(
            e.Id, e.Alias, e.StreamType, Texts.Get($"Stream.{e.StreamType}"), History.LabelOf(e), e.OccurredAt, e.RecordedAt,
            await Names.AuthorAsync(context, e.UserName), History.SourceOf(e.UserName), e.RecordedAt - e.OccurredAt > TimeSpan.FromDays(1), [.. corrections[e.Id]],
            e.Data is FactCorrected said ? await context.Service<ProtectedText>().OpenAsync(node.Territory, said.Text, context.RequestAborted) : null);

    /// <summary>Every correction said about the person's facts, by the fact.</summary>
    public static async Task<ILookup<Guid, FactCorrectionNode>> CorrectionsAsync(IResolverContext context, IQuerySession session, CareRecordNode node, DateTimeOffset? knownAt)
    {
        var said = await session.Events.QueryRawEventsAsync(
            "e.stream_id = $1 and e.type = 'fact_corrected' and ($2::timestamptz is null or e.timestamp <= $2)", "order by e.version",
            [node.View.Id, (object?)knownAt?.ToUniversalTime() ?? DBNull.Value], context.RequestAborted);
        var opened = await Task.WhenAll(said.Select(async e => (((FactCorrected)e.Data).Fact, Node: new FactCorrectionNode(
            e.Id, await context.Service<ProtectedText>().OpenAsync(node.Territory, ((FactCorrected)e.Data).Text, context.RequestAborted) ?? Texts.Get("Person.Erased"),
            await Names.AuthorAsync(context, e.UserName), e.RecordedAt))));
        return opened.ToLookup(c => c.Fact, c => c.Node);
    }

    private static ListRequest Narrow(FrozenDictionary<Guid, string> streams, LifeLineFilterInput? filter)
    {
        var request = new ListRequest([], [], Order);
        var kinds = filter?.Kinds;
        request.Add("e.stream_id = any({0})", streams.Where(s => kinds is null || kinds.Contains(s.Value)).Select(s => s.Key).ToArray());
        if (filter?.Author is { } author) request.Add("e.user_name = {0}", author);
        if (filter?.KnownAt is { } known) request.Add("e.timestamp <= {0}", known.ToUniversalTime());
        if (filter?.From is { } from) request.Add("e.occurred_at >= {0}", from.ToUniversalTime());
        if (filter?.Before is { } before) request.Add("e.occurred_at < {0}", before.ToUniversalTime());
        return request;
    }
}
