namespace Platform.GraphQL;

/// <summary>Loads lists by key: keys without rows give an empty list.</summary>
public abstract class GroupedDataLoader<TKey, TValue>(DataLoaderContext context) where TKey : notnull
{
    /// <summary>The rows of a key, in the order of the batch.</summary>
    public async Task<IReadOnlyList<TValue>> LoadAsync(TKey key) => await Loader.LoadAsync(key) ?? [];

    /// <summary>Loads the rows of distinct keys.</summary>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellation);

    private Inner Loader => field ??= new Inner(this, context);

    private sealed class Inner(GroupedDataLoader<TKey, TValue> owner, DataLoaderContext context)
        : BatchDataLoader<TKey, IReadOnlyList<TValue>>(context)
    {
        protected override async Task<IReadOnlyDictionary<TKey, IReadOnlyList<TValue>>> LoadBatchAsync(IReadOnlyList<TKey> keys,
            CancellationToken cancellation)
        {
            var rows = await owner.LoadGroupedBatchAsync(keys, cancellation);
            return keys.ToDictionary(k => k, k => (IReadOnlyList<TValue>)[.. rows[k]]);
        }
    }
}
