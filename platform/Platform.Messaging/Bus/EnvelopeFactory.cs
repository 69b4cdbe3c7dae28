using System.Diagnostics;

namespace Platform.Messaging;

/// <summary>Makes the envelopes of a message: one for each queue that handles it.</summary>
internal sealed class EnvelopeFactory(MessageGraph graph, MessageSerializer serializer, TimeProvider clock)
{
    public const string TraceParent = "traceparent";

    public DateTimeOffset Now => clock.GetUtcNow().ToUniversalTime();

    public IReadOnlyList<Envelope> Outgoing(object message, DeliveryOptions? options, string? defaultTenant)
    {
        var type = message.GetType();
        var handlers = graph.HandlersOf(type).ToArray();
        if (handlers.Length == 0)
        {
            return [];
        }

        var alias = graph.AliasOf(type);
        var first = Make(message, options, defaultTenant, alias.Alias, alias.Version, serializer.Write(message));
        return [.. handlers.Select(handler => first with { Destination = handler.Queue })];
    }

    public Envelope InPlace(object message, DeliveryOptions? options, string? defaultTenant) =>
        Make(message, options, defaultTenant, message.GetType().Name, 0, ReadOnlyMemory<byte>.Empty);

    private Envelope Make(
        object message, DeliveryOptions? options, string? defaultTenant, string alias, int version, ReadOnlyMemory<byte> body) =>
        new()
        {
            Id = options?.MessageId ?? Guid.CreateVersion7(),
            TenantId = options?.TenantId ?? defaultTenant ?? throw new TenantRequiredException(message.GetType()),
            Destination = string.Empty,
            MessageType = alias,
            MessageVersion = version,
            Body = body,
            SentAt = Now,
            ScheduledTime = options?.ScheduledTime?.ToUniversalTime(),
            ScheduleKey = options?.ScheduleKey,
            GroupId = options?.GroupId,
            CorrelationId = options?.CorrelationId,
            CausationId = options?.CausationId,
            UserName = options?.UserName,
            Headers = Traced(options?.Headers),
        };

    private static IReadOnlyDictionary<string, string> Traced(IReadOnlyDictionary<string, string>? headers)
    {
        var result = headers is null ? [] : new Dictionary<string, string>(headers, StringComparer.Ordinal);
        if (Activity.Current?.Id is { } parent)
        {
            result.TryAdd(TraceParent, parent);
        }

        return result;
    }
}
