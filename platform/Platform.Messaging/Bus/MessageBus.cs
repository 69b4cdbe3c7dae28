using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>The bus of one scope: a request, a job, a test. Not for use from several threads at once.</summary>
internal sealed class MessageBus(MessagingRuntime runtime) : IMessageBus
{
    public string? TenantId { get; set; }

    public string? CorrelationId { get; set; }

    public async Task InvokeAsync(object message, DeliveryOptions? options = null, CancellationToken ct = default)
    {
        var type = message.GetType();
        var context = Context(message, options);
        if (runtime.Graph.InvocationOf(type) is { } invocation)
        {
            await invocation.Run(message, context, ct).ConfigureAwait(false);
            return;
        }

        var handlers = runtime.Graph.HandlersOf(type).ToArray();
        if (handlers.Length == 0)
        {
            throw new NoRouteException(type);
        }

        foreach (var handler in handlers)
        {
            await handler.Run(message, context, ct).ConfigureAwait(false);
        }
    }

    public async Task<T> InvokeAsync<T>(object message, DeliveryOptions? options = null, CancellationToken ct = default)
    {
        var invocation = runtime.Graph.InvocationOf(message.GetType());
        if (invocation is null || !typeof(T).IsAssignableFrom(invocation.ResultType))
        {
            throw new NoRouteException(message.GetType());
        }

        return (T)(await invocation.Run(message, Context(message, options), ct).ConfigureAwait(false))!;
    }

    public Task SendAsync(object message, DeliveryOptions? options = null, CancellationToken ct = default) =>
        runtime.Graph.HandlersOf(message.GetType()).Any()
            ? PublishAsync(message, options, ct)
            : throw new NoRouteException(message.GetType());

    public async Task PublishAsync(object message, DeliveryOptions? options = null, CancellationToken ct = default)
    {
        options = Completed(options);
        var tenant = options.TenantId ?? throw new TenantRequiredException(message.GetType());
        var session = runtime.Store.LightweightSession(new SessionOptions(tenant));
        await using (session.ConfigureAwait(false))
        {
            runtime.Outbox.Publish(session, message, options);
            await session.SaveChangesAsync(ct).ConfigureAwait(false);
        }

        runtime.Wake();
    }

    public Task ScheduleAsync(
        object message, DateTimeOffset at, DeliveryOptions? options = null, CancellationToken ct = default) =>
        SendAsync(message, (options ?? new DeliveryOptions()) with { ScheduledTime = at }, ct);

    public Task ScheduleAsync(object message, TimeSpan delay, DeliveryOptions? options = null, CancellationToken ct = default) =>
        ScheduleAsync(message, runtime.Envelopes.Now + delay, options, ct);

    public async Task CancelScheduledAsync(string scheduleKey, CancellationToken ct = default)
    {
        var tenant = TenantId ?? throw new InvalidOperationException("A bus without a tenant cannot cancel a scheduled message.");
        var session = runtime.Store.LightweightSession(new SessionOptions(tenant));
        await using (session.ConfigureAwait(false))
        {
            runtime.Outbox.CancelScheduled(session, scheduleKey);
            await session.SaveChangesAsync(ct).ConfigureAwait(false);
        }
    }

    private DeliveryOptions Completed(DeliveryOptions? options)
    {
        options ??= new DeliveryOptions();
        return options with
        {
            TenantId = options.TenantId ?? TenantId,
            CorrelationId = options.CorrelationId ?? CorrelationId,
        };
    }

    private MessageContext Context(object message, DeliveryOptions? options)
    {
        var envelope = runtime.Envelopes.InPlace(message, Completed(options), TenantId);
        return new MessageContext(envelope, runtime.Outbox, () => runtime.Store.LightweightSession(new SessionOptions(envelope.TenantId)
        {
            CorrelationId = envelope.CorrelationId,
            CausationId = envelope.CausationId,
            UserName = envelope.UserName,
        }));
    }
}
