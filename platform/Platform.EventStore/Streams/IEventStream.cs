namespace Platform.EventStore;

/// <summary>A stream read in order to append to it; the save appends only if nobody appended since.</summary>
/// <typeparam name="TState">State folded from its events.</typeparam>
public interface IEventStream<out TState> where TState : class
{
    /// <summary>The stream.</summary>
    Guid Id { get; }

    /// <summary>State as read; null if the stream does not exist.</summary>
    TState? Aggregate { get; }

    /// <summary>Version as read, 0 if the stream does not exist.</summary>
    long CurrentVersion { get; }

    /// <summary>Appends one event at the save; returns the event's id.</summary>
    Guid AppendOne(object @event);

    /// <summary>Appends events at the save; returns their ids in order.</summary>
    IReadOnlyList<Guid> AppendMany(params IEnumerable<object> events);
}
