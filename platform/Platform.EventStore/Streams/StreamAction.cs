namespace Platform.EventStore;

/// <summary>Events to append to one stream at the next save.</summary>
public sealed class StreamAction
{
    private readonly List<(Guid Id, object Data)> _events = [];

    internal StreamAction(Guid id, string? streamType, long? expectedVersion, bool loaded) =>
        (Id, StreamType, ExpectedVersion, Loaded) = (id, streamType, expectedVersion, loaded);

    /// <summary>The stream.</summary>
    public Guid Id { get; }

    /// <summary>The stored name of the kind of stream; null until known.</summary>
    public string? StreamType { get; internal set; }

    /// <summary>The version seen by the writer, 0 for a new stream; null if it does not care.</summary>
    public long? ExpectedVersion { get; internal set; }

    /// <summary>The stream's version after the save; 0 before.</summary>
    public long Version { get; internal set; }

    /// <summary>Ids of the events, in order; given at once, so that messages can name their cause.</summary>
    public IReadOnlyList<Guid> EventIds => [.. _events.Select(e => e.Id)];

    internal IReadOnlyList<(Guid Id, object Data)> Events => _events;

    // Loaded: version and inline views were read by this session, or the stream is new, so that the save needs no read.
    internal bool Loaded { get; }

    internal void Add(IEnumerable<object> events) => _events.AddRange(events.Select(e => (Guid.CreateVersion7(), e)));
}
