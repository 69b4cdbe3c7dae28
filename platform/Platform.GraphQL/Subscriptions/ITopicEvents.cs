namespace Platform.GraphQL;

/// <summary>Publishes to the subscribers of a topic in this process.</summary>
public interface ITopicEventSender
{
    /// <summary>Hands the message to every subscriber; never waits for a slow one.</summary>
    void Send<T>(string topic, T message);
}

/// <summary>Reads a topic.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Messages sent from this call on, in order. A subscriber that falls behind by more than the buffer gets <see cref="TopicOverflowException"/>.</summary>
    IAsyncEnumerable<T> Subscribe<T>(string topic, CancellationToken cancellation);
}

/// <summary>The subscriber was too slow and lost messages: it must subscribe again and resume.</summary>
public sealed class TopicOverflowException() : GraphQLException("Too many events are waiting: subscribe again.", "SLOW_CONSUMER");
