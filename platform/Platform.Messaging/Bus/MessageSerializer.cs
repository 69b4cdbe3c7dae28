using System.Text.Json;

namespace Platform.Messaging;

/// <summary>Reads and writes message bodies; errors never quote the body.</summary>
internal sealed class MessageSerializer(MessageGraph graph, JsonSerializerOptions json)
{
    public byte[] Write(object message) => JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), json);

    public object Read(Envelope envelope)
    {
        var type = graph.TypeOf(envelope.MessageType, envelope.MessageVersion)
            ?? throw Unreadable(envelope, "this node does not know it");
        if (envelope.Body.IsEmpty)
        {
            throw Unreadable(envelope, "its body is empty");
        }

        try
        {
            return JsonSerializer.Deserialize(envelope.Body.Span, type, json) ?? throw Unreadable(envelope, "its body is null");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            throw Unreadable(envelope, $"its body does not fit its type ({error.GetType().Name})");
        }
    }

    private static UnreadableMessageException Unreadable(Envelope envelope, string reason) =>
        new(envelope.MessageType, envelope.MessageVersion, reason);
}
