namespace Platform.Messaging;

/// <summary>The checked, immutable registrations of a process.</summary>
internal sealed class MessageGraph
{
    private readonly Dictionary<Type, MessageAlias> _aliases = [];
    private readonly Dictionary<(string Alias, int Version), Type> _types = [];
    private readonly ILookup<Type, HandlerRegistration> _handlers;
    private readonly Dictionary<Type, InvocationRegistration> _invocations = [];

    public MessageGraph(MessagingOptions options)
    {
        foreach (var alias in options.Aliases)
        {
            Require(_aliases.TryAdd(alias.Type, alias), $"Message type {alias.Type.FullName} is registered twice.");
            Require(
                _types.TryAdd((alias.Alias, alias.Version), alias.Type),
                $"Message alias {alias.Alias} version {alias.Version} is given to two types.");
        }

        foreach (var invocation in options.Invocations)
        {
            Require(
                _invocations.TryAdd(invocation.MessageType, invocation),
                $"Message type {invocation.MessageType.FullName} has two handlers for invocation.");
        }

        var routes = new HashSet<(Type, string)>();
        foreach (var handler in options.Handlers)
        {
            Require(
                _aliases.ContainsKey(handler.MessageType),
                $"Message type {handler.MessageType.FullName} is handled on queue {handler.Queue} but has no alias.");
            Require(
                routes.Add((handler.MessageType, handler.Queue)),
                $"Message type {handler.MessageType.FullName} has two handlers on queue {handler.Queue}.");
        }

        _handlers = options.Handlers.ToLookup(handler => handler.MessageType);
        foreach (var alias in options.Aliases)
        {
            Require(_handlers.Contains(alias.Type), $"Message {alias.Alias} version {alias.Version} has no route.");
        }

        Queues = options.Handlers.Select(handler => handler.Queue).Distinct(StringComparer.Ordinal)
            .Select(options.LocalQueue).ToArray();
    }

    public IReadOnlyList<LocalQueue> Queues { get; }

    public MessageAlias AliasOf(Type type) => _aliases.GetValueOrDefault(type) ?? throw new NoRouteException(type);

    public Type? TypeOf(string alias, int version) => _types.GetValueOrDefault((alias, version));

    public IEnumerable<HandlerRegistration> HandlersOf(Type type) => _handlers[type];

    public InvocationRegistration? InvocationOf(Type type) => _invocations.GetValueOrDefault(type);

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new MessagingConfigurationException(otherwise);
        }
    }
}
