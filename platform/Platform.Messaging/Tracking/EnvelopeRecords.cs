using System.Collections.Concurrent;

namespace Platform.Messaging;

/// <summary>Envelopes seen during a tracked session, in order.</summary>
public sealed class EnvelopeRecords
{
    private readonly ConcurrentQueue<Envelope> _envelopes = new();
    private readonly MessageSerializer _serializer;

    internal EnvelopeRecords(MessageSerializer serializer) => _serializer = serializer;

    /// <summary>All envelopes.</summary>
    public IReadOnlyCollection<Envelope> Envelopes => _envelopes;

    /// <summary>The messages of one type.</summary>
    public IReadOnlyList<T> MessagesOf<T>() => [.. _envelopes.Select(_serializer.Read).OfType<T>()];

    /// <summary>The only message of one type; throws <see cref="InvalidOperationException"/> if there is none or another.</summary>
    public T SingleMessage<T>() => MessagesOf<T>().Single();

    internal void Add(Envelope envelope) => _envelopes.Enqueue(envelope);
}
