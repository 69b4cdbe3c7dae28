namespace Platform.GraphQL;

/// <summary>Loads values by key, all keys asked for at one moment in one call; a key is loaded once per request.</summary>
public abstract class BatchDataLoader<TKey, TValue>(DataLoaderContext context) where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _cache = [];
    private List<TKey> _waiting = [];

    /// <summary>Most keys of one call; more are split.</summary>
    protected virtual int MaxBatchSize => 1_000;

    /// <summary>The value of a key; the default of <typeparamref name="TValue"/> when the batch did not return it.</summary>
    public Task<TValue?> LoadAsync(TKey key)
    {
        lock (_cache)
        {
            if (_cache.TryGetValue(key, out var known)) return known.Task;
            var source = new TaskCompletionSource<TValue?>();
            _cache.Add(key, source);
            _waiting.Add(key);
            if (_waiting.Count == 1) context.Scheduler.Schedule(DispatchAsync);
            return source.Task;
        }
    }

    /// <summary>The values of several keys, in their order.</summary>
    public Task<TValue?[]> LoadAsync(IEnumerable<TKey> keys) => Task.WhenAll(keys.Select(LoadAsync));

    /// <summary>Loads distinct keys; keys without a value may be left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellation);

    private async Task DispatchAsync()
    {
        List<TKey> due;
        lock (_cache) (due, _waiting) = (_waiting, []);
        await Task.WhenAll(due.Chunk(MaxBatchSize).Select(LoadChunkAsync));
    }

    private async Task LoadChunkAsync(TKey[] keys)
    {
        try
        {
            var values = await LoadBatchAsync(keys, context.RequestAborted);
            foreach (var key in keys) Source(key).TrySetResult(values.TryGetValue(key, out var value) ? value : default);
        }
        catch (Exception e)
        {
            foreach (var key in keys) Source(key).TrySetException(e);
        }
    }

    private TaskCompletionSource<TValue?> Source(TKey key)
    {
        lock (_cache) return _cache[key];
    }
}
