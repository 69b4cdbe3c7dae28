using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Platform.GraphQL;

/// <summary>Topics of one process. Each subscriber has a bounded buffer of its own, so that a slow one delays nobody.</summary>
/// <param name="bufferSize">Messages that may wait for one subscriber.</param>
public sealed class InMemoryTopics(int bufferSize = 1_000) : ITopicEventSender, ITopicEventReceiver
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Channel<object?>, byte>> _topics = new();

    /// <inheritdoc/>
    public void Send<T>(string topic, T message)
    {
        if (!_topics.TryGetValue(topic, out var subscribers)) return;
        foreach (var channel in subscribers.Keys)
        {
            if (channel.Writer.TryWrite(message)) continue;
            channel.Writer.TryComplete(new TopicOverflowException());
            subscribers.TryRemove(channel, out _);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<T> Subscribe<T>(string topic, CancellationToken cancellation)
    {
        // Registered before the first read: nothing sent after this call is lost.
        var channel = Channel.CreateBounded<object?>(new BoundedChannelOptions(bufferSize) { SingleReader = true });
        var subscribers = _topics.GetOrAdd(topic, _ => new());
        subscribers.TryAdd(channel, 0);
        return ReadAsync<T>(channel, subscribers, cancellation);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(Channel<object?> channel, ConcurrentDictionary<Channel<object?>, byte> subscribers,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in channel.Reader.ReadAllAsync(cancellation)) yield return (T)message!;
        }
        finally
        {
            subscribers.TryRemove(channel, out _);
        }
    }
}
