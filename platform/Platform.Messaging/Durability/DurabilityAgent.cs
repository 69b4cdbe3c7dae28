using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.Messaging;

/// <summary>The loop of one node: frees what dead nodes held, carries messages over, leases what is due, runs it, renews leases, forgets old ids.</summary>
internal sealed class DurabilityAgent(
    IReadOnlyList<LocalQueue> queues, EnvelopeStore store, NodePresence presence, EnvelopeExecutor executor, MessagingMetrics metrics,
    MessagingOptions options, ILogger log) : IDisposable
{
    private const int PurgeEveryTicks = 30;

    // A burst of commits costs at most one look at the queues in this time.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);

    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();
    private readonly ConcurrentDictionary<string, int> _busy = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopLeasing = new();
    private readonly CancellationTokenSource _stopHandlers = new();
    private Task _loops = Task.CompletedTask;

    public void Start() => _loops = Task.WhenAll(Task.Run(LoopAsync), Task.Run(HousekeepAsync));

    public void Wake()
    {
        try
        {
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Another thread gave the same signal.
        }
    }

    /// <summary>Stops leasing, gives running handlers a grace, then cancels them; a cancelled message is released, not failed.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await _stopLeasing.CancelAsync().ConfigureAwait(false);
        await _loops.ConfigureAwait(false);
        try
        {
            await Task.WhenAll(_tasks.Keys).WaitAsync(options.ShutdownGrace, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            await _stopHandlers.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_tasks.Keys).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _signal.Dispose();
        _stopLeasing.Dispose();
        _stopHandlers.Dispose();
    }

    private async Task LoopAsync()
    {
        var ct = _stopLeasing.Token;
        long? recovered = null;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                // Before the first lease: a node that leases must be seen to live.
                if (recovered is null || Stopwatch.GetElapsedTime(recovered.Value) >= options.PollInterval)
                {
                    recovered = null;
                    if (await presence.RecoverAsync(ct).ConfigureAwait(false) is > 0 and var freed)
                    {
                        MessagingLog.Recovered(log, freed);
                    }

                    recovered = Stopwatch.GetTimestamp();
                }

                var moved = await store.RelayAsync(ct).ConfigureAwait(false);
                var started = await LeaseAndRunAsync().ConfigureAwait(false);
                if (moved + started == 0 && await _signal.WaitAsync(options.PollInterval, ct).ConfigureAwait(false))
                {
                    await Task.Delay(ShortestPause, ct).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException)
            {
                MessagingLog.DatabaseUnreachable(log, error.GetType().Name);
                await Task.Delay(options.PollInterval, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> LeaseAndRunAsync()
    {
        var wanted = queues
            .Select(queue => (queue.Name, Slots: queue.Parallelism - _busy.GetValueOrDefault(queue.Name)))
            .Where(queue => queue.Slots > 0)
            .ToArray();
        if (wanted.Length == 0)
        {
            return 0;
        }

        // Not cancelled by a stop: leases taken but not seen would hold their messages until they run out.
        var leases = await store.LeaseAsync(wanted, CancellationToken.None).ConfigureAwait(false);
        foreach (var lease in leases)
        {
            _busy.AddOrUpdate(lease.Envelope.Destination, 1, (_, busy) => busy + 1);
            var task = Task.Run(() => executor.ExecuteAsync(lease, _stopHandlers.Token), CancellationToken.None);
            _tasks[task] = 0;
            _ = task.ContinueWith(
                ended =>
                {
                    _busy.AddOrUpdate(lease.Envelope.Destination, 0, (_, busy) => busy - 1);
                    _tasks.TryRemove(ended, out _);
                    Wake();
                },
                TaskScheduler.Default);
        }

        return leases.Count;
    }

    private async Task HousekeepAsync()
    {
        var ct = _stopLeasing.Token;
        using var timer = new PeriodicTimer(options.LeaseDuration / 3);
        for (var tick = 0; ; tick++)
        {
            try
            {
                metrics.Sample(await store.CountAsync(ct).ConfigureAwait(false));
                if (tick % PurgeEveryTicks == 0)
                {
                    await store.PurgeAsync(ct).ConfigureAwait(false);
                }

                await timer.WaitForNextTickAsync(ct).ConfigureAwait(false);
                await executor.RenewAsync(ct).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException)
            {
                MessagingLog.DatabaseUnreachable(log, error.GetType().Name);
                await Task.Delay(options.PollInterval, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
