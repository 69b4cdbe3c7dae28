namespace Platform.EventStore;

/// <summary>Kinds of streams: the state's type, its stored name, and its fold.</summary>
public sealed class AggregateGraph
{
    private readonly Dictionary<Type, (string StreamType, Func<object?, IEvent, object?> Evolve)> _map = [];

    /// <summary>Streams of <typeparamref name="TState"/> are stored under <paramref name="streamType"/>; <paramref name="evolve"/> is pure, null deletes.</summary>
    /// <exception cref="StoreConfigurationException">The type or the name is mapped already.</exception>
    public AggregateGraph Map<TState>(string streamType, Func<TState?, IEvent, TState?> evolve) where TState : class
    {
        if (_map.ContainsKey(typeof(TState)) || _map.Values.Any(m => m.StreamType == streamType))
            throw new StoreConfigurationException($"Stream type '{streamType}' or its state {typeof(TState).Name} is mapped twice.");
        _map[typeof(TState)] = (streamType, (state, e) => evolve((TState?)state, e));
        return this;
    }

    /// <summary>The stored name of a kind of stream.</summary>
    /// <exception cref="StoreConfigurationException">The state is not mapped.</exception>
    public string StreamTypeOf<TState>() => _map.TryGetValue(typeof(TState), out var m)
        ? m.StreamType
        : throw new StoreConfigurationException($"State {typeof(TState).Name} has no stream type.");

    internal bool Knows<TState>() => _map.ContainsKey(typeof(TState));

    internal TState? Fold<TState>(IEnumerable<IEvent> events) where TState : class
    {
        if (!_map.TryGetValue(typeof(TState), out var m)) throw new StoreConfigurationException($"State {typeof(TState).Name} has no fold.");
        return (TState?)events.Aggregate((object?)null, m.Evolve);
    }
}
