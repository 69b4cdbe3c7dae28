using System.Collections.Concurrent;
using System.Threading.Channels;
using Coordination.Api.CareRecord;
using Coordination.Api.Security.Identity;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CaseFinding;
using Coordination.Projections.Discharge;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Feed;

/// <summary>
/// Reads the log once for all subscribers of this node and hands each what its tenant may hear of. A territory hears its own streams; an
/// establishment hears of its discharges once its own view has reached them (E1, E17). A subscriber that stops reading loses its
/// channel, not the others' time.
/// </summary>
public sealed class FeedHub(IEventFeed feed, DocumentStore store, PersonIndex persons, Habilitations habilitations, ILogger<FeedHub> logger) : BackgroundService
{
    private const int Waiting = 1000;
    private static readonly string[] EstablishmentViews = [EstablishmentDischargeProjection.View.Name, EstablishmentRequestProjection.View.Name];
    private static readonly string[] EstablishmentStreams = ["discharge", "case_finding"];
    private readonly ConcurrentDictionary<Guid, Subscriber> subscribers = new();

    private sealed record Subscriber(TerritoryId Tenant, bool Establishment, Channel<FeedSignal> Channel);

    /// <summary>Kinds of streams that subscribers hear of.</summary>
    public static IReadOnlyDictionary<string, FeedEventType> Types { get; } =
        PersonStreams.All.ToDictionary(s => s.Type, s => s.Feed);

    /// <summary>Opens a channel: from now on nothing of the tenant is missed. When it overflows it is completed.</summary>
    public FeedChannel Open(TerritoryId tenant, bool establishment)
    {
        var id = Guid.NewGuid();
        var channel = Channel.CreateBounded<FeedSignal>(new BoundedChannelOptions(Waiting) { SingleReader = true });
        subscribers[id] = new(tenant, establishment, channel);
        return new(channel.Reader, () => subscribers.TryRemove(id, out _));
    }

    /// <summary>The last position that subscribers of this kind may have heard of.</summary>
    public Task<long> HeadAsync(bool establishment, CancellationToken cancellation) =>
        feed.HeadAsync(establishment ? EstablishmentViews : null, cancellation);

    /// <summary>What a subscriber missed after a position, at most one more than <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<FeedSignal>> MissedAsync(TerritoryId tenant, bool establishment, long after, long upTo, int limit, CancellationToken cancellation)
    {
        if (!establishment)
        {
            var items = await feed.ReadTenantAsync(tenant.Value, after, upTo, [.. Types.Keys], limit + 1, cancellation);
            return await FeedFacts.AboutAsync(store, [.. items.Select(Signal)], cancellation);
        }


        // What is an establishment's lives in the territories: those it has rows of.
        await using var session = store.QuerySession(tenant.Value);
        var rows = (await session.QueryAsync<EstablishmentDischargeView>("", [], cancellation)).Select(r => (r.Id, r.Territory))
            .Concat((await session.QueryAsync<EstablishmentRequestView>("", [], cancellation)).Select(r => (r.Id, r.Territory))).ToList();
        var own = rows.Select(r => r.Id).ToHashSet();
        var missed = new List<FeedSignal>();
        foreach (var territory in rows.Select(r => r.Territory).Distinct())
            missed.AddRange((await feed.ReadTenantAsync(territory.Value, after, upTo, EstablishmentStreams, limit + 1, cancellation)).Where(i => own.Contains(i.StreamId)).Select(Signal));
        return await FeedFacts.AboutAsync(store, [.. missed.OrderBy(s => s.Position).Take(limit + 1)], cancellation);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(PumpAsync(false, stoppingToken), PumpAsync(true, stoppingToken));

    private async Task PumpAsync(bool establishment, CancellationToken cancellation)
    {
        long? position = null;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                position ??= await HeadAsync(establishment, cancellation);
                await foreach (var page in feed.ReadFromAsync(position.Value, establishment ? EstablishmentViews : null, ct: cancellation))
                {
                    await (establishment ? ToEstablishmentsAsync(page, cancellation) : ToTerritoriesAsync(page, cancellation));
                    position = page[^1].Position;
                }
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                logger.LogWarning("feed interrupted: {Failure}", e.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Stopping.
            }
        }
    }

    private async Task ToTerritoriesAsync(IReadOnlyList<FeedItem> page, CancellationToken cancellation)
    {
        foreach (var item in page.Where(i => i.StreamType == "person")) persons.Invalidate(new(new(item.TenantId), new(item.StreamId)));
        if (page.Any(i => i.StreamType == "habilitation")) habilitations.Forget();
        var heard = subscribers.Where(s => !s.Value.Establishment).Select(s => s.Value.Tenant.Value).ToHashSet();
        var signals = page.Where(i => Types.ContainsKey(i.StreamType) && heard.Contains(i.TenantId)).Select(Signal).ToList();
        foreach (var signal in await FeedFacts.AboutAsync(store, signals, cancellation))
            foreach (var (id, subscriber) in subscribers)
                if (!subscriber.Establishment && subscriber.Tenant == signal.Territory)
                    Give(id, subscriber, signal);
    }

    private async Task ToEstablishmentsAsync(IReadOnlyList<FeedItem> page, CancellationToken cancellation)
    {
        var items = page.Where(i => EstablishmentStreams.Contains(i.StreamType)).ToList();
        if (items.Count == 0) return;
        Guid[] ids = [.. items.Select(i => i.StreamId).Distinct()];
        foreach (var tenant in subscribers.Where(s => s.Value.Establishment).GroupBy(s => s.Value.Tenant).ToList())
        {
            await using var session = store.QuerySession(tenant.Key.Value);
            var own = (await session.LoadManyAsync<EstablishmentDischargeView>(ids, cancellation)).Select(v => v.Id)
                .Concat((await session.LoadManyAsync<EstablishmentRequestView>(ids, cancellation)).Select(v => v.Id)).ToHashSet();
            foreach (var signal in await FeedFacts.AboutAsync(store, [.. items.Where(i => own.Contains(i.StreamId)).Select(Signal)], cancellation))
                foreach (var (id, subscriber) in tenant)
                    Give(id, subscriber, signal);
        }
    }

    private void Give(Guid id, Subscriber subscriber, FeedSignal signal)
    {
        if (subscriber.Channel.Writer.TryWrite(signal)) return;
        subscribers.TryRemove(id, out _);
        subscriber.Channel.Writer.TryComplete(new FeedOverflowException());
    }

    private static FeedSignal Signal(FeedItem item) =>
        new(item.Position, new(item.TenantId), Types[item.StreamType], item.StreamId, item.StreamVersion, item.RecordedAt);
}

/// <summary>A subscriber's end of the hub.</summary>
public sealed record FeedChannel(ChannelReader<FeedSignal> Reader, Action Close) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => Close();
}

/// <summary>A subscriber read too slowly: it has to start again.</summary>
public sealed class FeedOverflowException : Exception;
