namespace Platform.Messaging;

/// <summary>An activity about to be tracked.</summary>
public sealed class TrackedSessionConfiguration
{
    private readonly MessagingRuntime _runtime;
    private readonly List<Func<CancellationToken, Task>> _companions = [];
    private TimeSpan _timeout = TimeSpan.FromSeconds(30);

    internal TrackedSessionConfiguration(MessagingRuntime runtime) => _runtime = runtime;

    /// <summary>Real time after which the activity fails with <see cref="TimeoutException"/>. Thirty seconds.</summary>
    public TrackedSessionConfiguration Timeout(TimeSpan timeout)
    {
        _timeout = timeout;
        return this;
    }

    /// <summary>Adds work to run to its end before each look at the queues, such as bringing projections that send messages to the head.</summary>
    public TrackedSessionConfiguration AlsoDrive(Func<CancellationToken, Task> companion)
    {
        _companions.Add(companion);
        return this;
    }

    /// <summary>Runs the action with a bus and handles all messages it causes, and those they cause, that are due.</summary>
    public async Task<TrackedSession> ExecuteAndWaitAsync(Func<IMessageBus, Task> action, string? tenantId = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var limit = new CancellationTokenSource(_timeout);
        var session = new TrackedSession(_runtime.Serializer);
        _runtime.Trackers.Add(session);
        try
        {
            await action(_runtime.CreateBus(tenantId)).WaitAsync(limit.Token).ConfigureAwait(false);
            int seen;
            do
            {
                seen = session.Deliveries.Count;
                foreach (var companion in _companions)
                {
                    await companion(limit.Token).ConfigureAwait(false);
                }

                await _runtime.DrainAsync(limit.Token).ConfigureAwait(false);
            }
            while (session.Deliveries.Count > seen);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The tracked activity did not end: {session.Received.Envelopes.Count} deliveries begun, {session.Deliveries.Count} ended.");
        }
        finally
        {
            _runtime.Trackers.Remove(session);
        }

        return session;
    }
}
