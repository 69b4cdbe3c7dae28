namespace Platform.Messaging;

/// <summary>One handler of one message type on one queue.</summary>
internal sealed record HandlerRegistration(
    Type MessageType, string Queue, Func<object, MessageContext, CancellationToken, Task> Run);

/// <summary>A handler that is only invoked in place and gives a result.</summary>
internal sealed record InvocationRegistration(
    Type MessageType, Type ResultType, Func<object, MessageContext, CancellationToken, Task<object?>> Run);

/// <summary>The stored name of a message type.</summary>
internal sealed record MessageAlias(Type Type, string Alias, int Version);
