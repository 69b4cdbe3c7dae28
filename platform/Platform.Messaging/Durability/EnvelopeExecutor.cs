using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>Carries out one delivery and records its outcome; never throws but for cancellation of the caller.</summary>
internal sealed class EnvelopeExecutor(
    MessageGraph graph, MessageSerializer serializer, EnvelopeStore store, DocumentStore documents, OutboxWriter outbox,
    MessagingOptions options, TrackerList trackers, MessagingMetrics metrics, ILogger log)
{
    private const string LeaseLost = "WM001";
    private static readonly ActivitySource Source = new(MessagingMetrics.Name);
    private readonly ConcurrentDictionary<Lease, TaskCompletionSource> _running = new(ReferenceEqualityComparer.Instance);

    public async Task ExecuteAsync(Lease lease, CancellationToken ct)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[lease] = done;
        var started = Stopwatch.GetTimestamp();
        var outcome = MessageOutcome.Unknown;
        try
        {
            using var activity = Source.StartActivity(
                lease.Envelope.MessageType, ActivityKind.Consumer, lease.Envelope.Headers.GetValueOrDefault(EnvelopeFactory.TraceParent));
            trackers.Received(lease.Envelope);
            (outcome, var error) = await HandleAsync(lease, ct).ConfigureAwait(false);
            activity?.SetStatus(error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
            trackers.Finished(lease.Envelope, outcome, error);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException)
        {
            // The outcome could not be recorded: the lease runs out and the message is delivered again.
            MessagingLog.OutcomeNotRecorded(log, lease.Envelope.Id, lease.Envelope.MessageType, error.GetType().Name);
        }
        finally
        {
            metrics.Executed(lease.Envelope, outcome, Stopwatch.GetElapsedTime(started));
            _running.TryRemove(lease, out _);
            done.SetResult();
        }
    }

    /// <summary>Completes when what is running now on this node has ended; false if nothing was running.</summary>
    public async Task<bool> WaitForRunningAsync(CancellationToken ct)
    {
        var running = _running.Values.Select(done => done.Task).ToArray();
        await Task.WhenAll(running).WaitAsync(ct).ConfigureAwait(false);
        return running.Length > 0;
    }

    public async Task RenewAsync(CancellationToken ct)
    {
        foreach (var lease in _running.Keys)
        {
            await store.RenewAsync(lease, ct).ConfigureAwait(false);
        }
    }

    private async Task<(MessageOutcome Outcome, Exception? Error)> HandleAsync(Lease lease, CancellationToken ct)
    {
        try
        {
            if (lease.Envelope.Attempts > options.MaximumDeliveries)
            {
                throw new TooManyDeliveriesException(lease.Envelope.Attempts);
            }

            var message = serializer.Read(lease.Envelope);
            var handler = graph.HandlersOf(message.GetType()).FirstOrDefault(route => route.Queue == lease.Envelope.Destination)
                ?? throw new NoRouteException(message.GetType());
            await handler.Run(message, new MessageContext(lease.Envelope, outbox, () => OpenSession(lease)), ct).ConfigureAwait(false);

            // Nothing to do if the handler's own session has marked it, or if another delivery owns it by now.
            await store.MarkIfStillOwnedAsync(lease, ct).ConfigureAwait(false);
            return (MessageOutcome.Handled, null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await store.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            return (MessageOutcome.Released, null);
        }
        catch (Exception error) when (IsLeaseLost(error))
        {
            return await AfterRefusedSaveAsync(lease, error).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            return (await AfterFailureAsync(lease, error).ConfigureAwait(false), error);
        }
    }

    private IDocumentSession OpenSession(Lease lease)
    {
        var session = documents.LightweightSession(new SessionOptions(lease.Envelope.TenantId)
        {
            Role = DatabaseRole.Worker,
            CorrelationId = lease.Envelope.CorrelationId,
            CausationId = lease.Envelope.Id.ToString(),
            UserName = lease.Envelope.UserName,
        });
        session.QueueSqlCommand(EnvelopeSql.MarkOrFail, store.MarkParameters(lease));
        return session;
    }

    private async Task<(MessageOutcome Outcome, Exception? Error)> AfterRefusedSaveAsync(Lease lease, Exception error)
    {
        if (!await store.IsHandledByAsync(lease, CancellationToken.None).ConfigureAwait(false))
        {
            MessagingLog.LeaseLost(log, lease.Envelope.Id, lease.Envelope.MessageType, lease.Envelope.Attempts);
            return (MessageOutcome.LeaseLost, null);
        }

        // The first save committed and cannot be taken back; the second one's effects are refused, and that is a defect to report.
        MessagingLog.SavedTwice(log, lease.Envelope.Id, lease.Envelope.MessageType);
        return (MessageOutcome.SavedTwice, error);
    }

    private async Task<MessageOutcome> AfterFailureAsync(Lease lease, Exception error)
    {
        var decision = error is UnreadableMessageException or TooManyDeliveriesException
            ? new FailureDecision(FailureOutcome.MoveToErrorQueue)
            : options.Policies.Decide(error, lease.Envelope.Attempts);
        var reason = FailureReason.Of(error, options.Policies);
        MessagingLog.Failed(
            log, lease.Envelope.Id, lease.Envelope.MessageType, lease.Envelope.Attempts, decision.Outcome, reason.Type, reason.Message);
        var (recorded, outcome) = decision.Outcome switch
        {
            FailureOutcome.Retry =>
                (await store.RetryAsync(lease, decision.Cooldown, CancellationToken.None).ConfigureAwait(false), MessageOutcome.Rescheduled),
            FailureOutcome.Discard =>
                (await store.MarkIfStillOwnedAsync(lease, CancellationToken.None).ConfigureAwait(false), MessageOutcome.Discarded),
            _ => (await store.BuryAsync(lease, reason, CancellationToken.None).ConfigureAwait(false), MessageOutcome.MovedToErrorQueue),
        };
        if (recorded > 0)
        {
            return outcome;
        }

        // The commit went through although its answer was lost, or another delivery owns the message.
        return await store.IsHandledByAsync(lease, CancellationToken.None).ConfigureAwait(false)
            ? MessageOutcome.Handled
            : MessageOutcome.LeaseLost;
    }

    private static bool IsLeaseLost(Exception error)
    {
        for (var current = error; current is not null; current = current.InnerException)
        {
            if (current is PostgresException { SqlState: LeaseLost })
            {
                return true;
            }
        }

        return false;
    }
}
