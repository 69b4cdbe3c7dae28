using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>What a handler knows of the message it handles.</summary>
public sealed class MessageContext
{
    private readonly Func<IDocumentSession> _open;
    private readonly OutboxWriter _outbox;

    internal MessageContext(Envelope envelope, OutboxWriter outbox, Func<IDocumentSession> open)
    {
        Envelope = envelope;
        _outbox = outbox;
        _open = open;
    }

    /// <summary>The message's envelope.</summary>
    public Envelope Envelope { get; }

    /// <summary>
    /// Opens a session of the message's tenant, caused by this message. Its first SaveChanges also marks the message handled, in the
    /// same transaction; it fails if another delivery got there first. Save once: a second session's save is refused. The caller disposes it.
    /// </summary>
    public IDocumentSession OpenSession() => _open();

    /// <summary>Queues a message caused by this one into the session's transaction.</summary>
    public void Send(IDocumentSession session, object message, DeliveryOptions? options = null) =>
        _outbox.Send(session, message, Caused(options));

    /// <summary>Like <see cref="Send"/>, but a message that nobody handles is let go.</summary>
    public void Publish(IDocumentSession session, object message, DeliveryOptions? options = null) =>
        _outbox.Publish(session, message, Caused(options));

    /// <summary>Queues a message caused by this one for the instant given.</summary>
    public void Schedule(IDocumentSession session, object message, DateTimeOffset at, DeliveryOptions? options = null) =>
        _outbox.Schedule(session, message, at, Caused(options));

    private DeliveryOptions Caused(DeliveryOptions? options)
    {
        options ??= new DeliveryOptions();
        return options with
        {
            CorrelationId = options.CorrelationId ?? Envelope.CorrelationId,
            CausationId = options.CausationId ?? Envelope.Id.ToString(),
            UserName = options.UserName ?? Envelope.UserName,
        };
    }
}
