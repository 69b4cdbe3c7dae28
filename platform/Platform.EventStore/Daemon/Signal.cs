namespace Platform.EventStore;

/// <summary>Wakes waiters; a waiter that took its ticket before the pulse is never missed.</summary>
internal sealed class Signal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next pulse. Take it before looking at what is waited for.</summary>
    internal Task Ticket => _next.Task;

    internal void Pulse() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits for a ticket, at most a time; signals only wake, polling is the fallback.</summary>
    internal static Task WaitAsync(Task ticket, TimeSpan atMost, CancellationToken ct) => Task.WhenAny(ticket, Task.Delay(atMost, ct));
}
