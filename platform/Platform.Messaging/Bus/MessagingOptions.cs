using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Messaging;

/// <summary>Messages, handlers, queues and policies of one process. Fixed once the runtime is built.</summary>
public sealed class MessagingOptions
{
    internal List<MessageAlias> Aliases { get; } = [];
    internal List<HandlerRegistration> Handlers { get; } = [];
    internal List<InvocationRegistration> Invocations { get; } = [];
    internal Dictionary<string, LocalQueue> Queues { get; } = new(StringComparer.Ordinal);

    /// <summary>Name of this node in leases; unique per process by default.</summary>
    public string NodeName { get; set; } =
        $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>Clock by which messages are due; the store's when null.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>How long a delivery owns its message; renewed while the handler runs. One minute.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest real time between two looks at the queues when no signal comes. One second.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long ids of handled messages are kept against a second handling. 400 days.</summary>
    public TimeSpan KeepHandledFor { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How long a stopping node waits for running handlers before it cancels them. Ten seconds.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After this many deliveries without an outcome a message becomes a dead letter. 30.</summary>
    public int MaximumDeliveries { get; set; } = 30;

    /// <summary>JSON of message bodies: camel case, enums as text.</summary>
    public JsonSerializerOptions Json { get; set; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What happens when a handler fails.</summary>
    public MessagingPolicies Policies { get; } = new();

    /// <summary>Gives a message type its stored alias and version; each pair and each type once, or the start fails.</summary>
    public MessagingOptions Message<T>(string alias, int version = 1)
        where T : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alias);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Aliases.Add(new MessageAlias(typeof(T), alias, version));
        return this;
    }

    /// <summary>Registers a handler on a durable local queue. A type may have one handler on each of several queues.</summary>
    public MessagingOptions Handle<T>(string queue, Func<T, MessageContext, CancellationToken, Task> handler)
        where T : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queue);
        ArgumentNullException.ThrowIfNull(handler);
        Handlers.Add(new HandlerRegistration(typeof(T), queue, (m, context, ct) => handler((T)m, context, ct)));
        return this;
    }

    /// <summary>Registers the handler of <see cref="IMessageBus.InvokeAsync{T}"/> for a type; it needs no alias and no queue.</summary>
    public MessagingOptions HandleInvoke<T, TResult>(Func<T, MessageContext, CancellationToken, Task<TResult>> handler)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        Invocations.Add(new InvocationRegistration(
            typeof(T), typeof(TResult), async (m, context, ct) => await handler((T)m, context, ct).ConfigureAwait(false)));
        return this;
    }

    /// <summary>Sets a queue's limits; a queue that is only named by a handler has the defaults.</summary>
    public LocalQueue LocalQueue(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Queues.TryGetValue(name, out var queue))
        {
            Queues[name] = queue = new LocalQueue(name);
        }

        return queue;
    }
}
