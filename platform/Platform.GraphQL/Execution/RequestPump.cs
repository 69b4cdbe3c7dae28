namespace Platform.GraphQL.Execution;

/// <summary>
/// Runs all code of one request on one thread at a time. When nothing is left to run, every field that could start has started:
/// that is the moment to send the waiting DataLoader batches.
/// </summary>
internal sealed class RequestPump : SynchronizationContext, IBatchScheduler
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = new();
    private List<Func<Task>> _batches = [];
    private bool _running;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_work)
        {
            _work.Enqueue((d, state));
            if (_running) return;
            _running = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(static pump => pump.Drain(), this, false);
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A resolver must not wait for another thread.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Starts on the caller's thread and returns when all synchronously reachable work is done.</summary>
    public void Start(Action action)
    {
        lock (_work)
        {
            _work.Enqueue((static a => ((Action)a!)(), action));
            _running = true;
        }
        Drain();
    }

    public void Schedule(Func<Task> dispatch)
    {
        lock (_work) _batches.Add(dispatch);
    }

    private void Drain()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            while (Next() is { } item) item.Callback(item.State);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private (SendOrPostCallback Callback, object? State)? Next()
    {
        List<Func<Task>> due;
        lock (_work)
        {
            if (_work.TryDequeue(out var item)) return item;
            if (_batches.Count == 0)
            {
                _running = false;
                return null;
            }
            (due, _batches) = (_batches, []);
        }
        return (static batches =>
        {
            // A batch never throws: its failure is the failure of each key.
            foreach (var dispatch in (List<Func<Task>>)batches!) _ = dispatch();
        }, due);
    }
}
