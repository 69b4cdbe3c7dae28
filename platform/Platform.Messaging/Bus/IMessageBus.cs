namespace Platform.Messaging;

/// <summary>Entry point for messages outside a transaction; inside one use <see cref="OutboxWriter"/>.</summary>
public interface IMessageBus
{
    /// <summary>Tenant of messages whose options name none.</summary>
    string? TenantId { get; set; }

    /// <summary>Correlation of messages whose options name none.</summary>
    string? CorrelationId { get; set; }

    /// <summary>Handles the message here and now; errors of the handler reach the caller, nothing is retried.</summary>
    Task InvokeAsync(object message, DeliveryOptions? options = null, CancellationToken ct = default);

    /// <summary>Handles the message here and now and gives the handler's result.</summary>
    Task<T> InvokeAsync<T>(object message, DeliveryOptions? options = null, CancellationToken ct = default);

    /// <summary>Stores the message durably for every queue that handles it; throws <see cref="NoRouteException"/> if there is none.</summary>
    Task SendAsync(object message, DeliveryOptions? options = null, CancellationToken ct = default);

    /// <summary>Like <see cref="SendAsync"/>, but a message that nobody handles is let go.</summary>
    Task PublishAsync(object message, DeliveryOptions? options = null, CancellationToken ct = default);

    /// <summary>Stores the message durably, to be handled at the instant given or as soon as possible after it.</summary>
    Task ScheduleAsync(object message, DateTimeOffset at, DeliveryOptions? options = null, CancellationToken ct = default);

    /// <summary>Stores the message durably, to be handled after the delay given.</summary>
    Task ScheduleAsync(object message, TimeSpan delay, DeliveryOptions? options = null, CancellationToken ct = default);

    /// <summary>Cancels what is pending under the key in the tenant of the bus; nothing happens if there is none.</summary>
    Task CancelScheduledAsync(string scheduleKey, CancellationToken ct = default);
}
