using System.Runtime.CompilerServices;
using Npgsql;

namespace Platform.EventStore;

/// <summary>What happened, in the order of positions, without bodies.</summary>
public sealed record FeedItem(
    long Position, string TenantId, Guid StreamId, string StreamType, long StreamVersion, string Alias, DateTimeOffset RecordedAt, Guid EventId);

/// <summary>The log in the order of positions, at least once, for subscriptions and the bus. Views named are as far as what is given out.</summary>
public interface IEventFeed
{
    /// <summary>The last position that every inline view and the async <paramref name="views"/> have reached.</summary>
    Task<long> HeadAsync(IReadOnlyCollection<string>? views = null, CancellationToken ct = default);

    /// <summary>Pages of everything after a position, up to the head for <paramref name="views"/>, for ever.</summary>
    IAsyncEnumerable<IReadOnlyList<FeedItem>> ReadFromAsync(long after, IReadOnlyCollection<string>? views = null, int pageSize = 500, CancellationToken ct = default);

    /// <summary>At most <paramref name="limit"/> items of one tenant after a position up to another (inclusive), of all stream types if none is named.</summary>
    Task<IReadOnlyList<FeedItem>> ReadTenantAsync(string tenantId, long after, long upTo, IReadOnlyCollection<string>? streamTypes = null, int limit = 1000, CancellationToken ct = default);

    /// <summary>Waits until the head for <paramref name="views"/> is beyond a position; returns the head.</summary>
    Task<long> WaitForAdvanceAsync(long position, IReadOnlyCollection<string>? views = null, CancellationToken ct = default);
}

/// <summary>The feed of one node.</summary>
public sealed class EventFeed(ProjectionDaemon daemon) : IEventFeed
{
    private const string Select = "select position, tenant_id, stream_id, stream_type, stream_version, alias, recorded_at, event_id from mt_event_position ";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    public async Task<long> HeadAsync(IReadOnlyCollection<string>? views = null, CancellationToken ct = default)
    {
        var (head, progress) = await daemon.ProgressAsync(ct);
        foreach (var projection in daemon.Store.Options.Projections.Async.Where(p => views?.Contains(p.View.Name) == true))
            head = Math.Min(head, progress.GetValueOrDefault(projection.View.Table));
        return head;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<IReadOnlyList<FeedItem>> ReadFromAsync(
        long after, IReadOnlyCollection<string>? views = null, int pageSize = 500, [EnumeratorCancellation] CancellationToken ct = default)
    {
        while (true)
        {
            var head = await WaitForAdvanceAsync(after, views, ct);
            while (after < head)
            {
                var page = await ReadAsync(Select + "where position > $1 and position <= $2 order by position limit $3", [after, head, pageSize], ct);
                if (page.Count == 0) break;
                after = page[^1].Position;
                yield return page;
            }
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<FeedItem>> ReadTenantAsync(
        string tenantId, long after, long upTo, IReadOnlyCollection<string>? streamTypes = null, int limit = 1000, CancellationToken ct = default) =>
        ReadAsync(
            Select + "where tenant_id = $1 and position > $2 and position <= $3 and ($4::text[] is null or stream_type = any($4)) order by position limit $5",
            [tenantId, after, upTo, Parameters.Typed("text[]", streamTypes?.ToArray()), limit],
            ct);

    /// <inheritdoc />
    public async Task<long> WaitForAdvanceAsync(long position, IReadOnlyCollection<string>? views = null, CancellationToken ct = default)
    {
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var ticket = daemon.Advanced.Ticket;
            var head = await HeadAsync(views, ct);
            if (head > position) return head;
            await Signal.WaitAsync(ticket, Poll, ct);
        }
    }

    private async Task<IReadOnlyList<FeedItem>> ReadAsync(string sql, object?[] parameters, CancellationToken ct)
    {
        await using var connection = await daemon.Store.Database.Worker.OpenConnectionAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(Parameters.Command(sql, parameters));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(ct);
        return await QuerySession.ListAsync(
            reader,
            row => new FeedItem(
                row.GetInt64(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6), row.GetGuid(7)),
            ct);
    }
}
