using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>
/// The messages of one process on one store. Construction checks the registrations; <see cref="StartAsync"/> begins the work in the
/// background, and without it only <see cref="DrainAsync"/> handles messages.
/// </summary>
public sealed class MessagingRuntime : IHostedService, IAsyncDisposable
{
    private const int DrainBatch = 50;

    private readonly EnvelopeStore _envelopeStore;
    private readonly NodePresence _presence;
    private readonly EnvelopeExecutor _executor;
    private readonly DurabilityAgent _agent;
    private readonly MessagingMetrics _metrics = new();
    private bool _started;

    /// <summary>Throws <see cref="MessagingConfigurationException"/> if registrations contradict each other or a message has no route.</summary>
    public MessagingRuntime(DocumentStore store, MessagingOptions options, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        var log = (loggers ?? NullLoggerFactory.Instance).CreateLogger(MessagingMetrics.Name);
        var clock = options.Clock ?? store.Options.Clock;
        Store = store;
        Options = options;
        Graph = new MessageGraph(options);
        Serializer = new MessageSerializer(Graph, options.Json);
        Envelopes = new EnvelopeFactory(Graph, Serializer, clock);
        Outbox = new OutboxWriter(Envelopes, Trackers);
        _envelopeStore = new EnvelopeStore(store.Database.Worker, options, clock);
        _presence = new NodePresence(store.Database.Worker, options.NodeName);
        _executor = new EnvelopeExecutor(Graph, Serializer, _envelopeStore, store, Outbox, options, Trackers, _metrics, log);
        _agent = new DurabilityAgent(Graph.Queues, _envelopeStore, _presence, _executor, _metrics, options, log);
        DeadLetters = new DeadLetters(this, log);
    }

    /// <summary>Puts messages into a session's transaction.</summary>
    public OutboxWriter Outbox { get; }

    /// <summary>Messages that were given up.</summary>
    public DeadLetters DeadLetters { get; }

    internal DocumentStore Store { get; }

    internal MessagingOptions Options { get; }

    internal MessageGraph Graph { get; }

    internal MessageSerializer Serializer { get; }

    internal EnvelopeFactory Envelopes { get; }

    internal TrackerList Trackers { get; } = new();

    /// <summary>A bus for one scope.</summary>
    public IMessageBus CreateBus(string? tenantId = null) => new MessageBus(this) { TenantId = tenantId };

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _started = true;
        Store.Committed += Wake;
        _agent.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_started)
        {
            _started = false;
            Store.Committed -= Wake;
            await _agent.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Handles, on this node, everything that is due until nothing is, in the order sent and one at a time; waits too for what this
    /// node's background work is running. Messages with a later time or a pending retry stay.
    /// </summary>
    public async Task DrainAsync(CancellationToken ct = default)
    {
        var queues = Graph.Queues.Select(queue => (queue.Name, DrainBatch)).ToArray();
        await _presence.RecoverAsync(ct).ConfigureAwait(false);
        bool worked;
        do
        {
            worked = await _envelopeStore.RelayAsync(ct).ConfigureAwait(false) > 0;
            foreach (var lease in await _envelopeStore.LeaseAsync(queues, ct).ConfigureAwait(false))
            {
                worked = true;
                await _executor.ExecuteAsync(lease, ct).ConfigureAwait(false);
                ct.ThrowIfCancellationRequested();
            }

            worked |= await _executor.WaitForRunningAsync(ct).ConfigureAwait(false);
        }
        while (worked);
    }

    /// <summary>Counts and ages of all durable messages; the meter's gauges show them from then on. The background work does it by itself.</summary>
    public async Task<MessageCounts> CountAsync(CancellationToken ct = default)
    {
        var counts = await _envelopeStore.CountAsync(ct).ConfigureAwait(false);
        _metrics.Sample(counts);
        return counts;
    }

    /// <summary>Forgets handled ids that were kept long enough; gives how many. The background work does it by itself.</summary>
    public Task<int> PurgeAsync(CancellationToken ct = default) => _envelopeStore.PurgeAsync(ct);

    /// <summary>Begins an activity whose messages are followed to their end; for tests.</summary>
    public TrackedSessionConfiguration TrackActivity() => new(this);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _presence.DisposeAsync().ConfigureAwait(false);
        _agent.Dispose();
        _metrics.Dispose();
    }

    internal void Wake() => _agent.Wake();
}
