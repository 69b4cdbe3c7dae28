namespace Platform.Messaging;

/// <summary>The registrations contradict each other or are incomplete; the start fails.</summary>
public sealed class MessagingConfigurationException(string message) : Exception(message);

/// <summary>A message was sent or invoked that no registered handler takes.</summary>
public sealed class NoRouteException(Type messageType)
    : Exception($"No handler is registered for message type {messageType.FullName}.")
{
    /// <summary>The type that has no route.</summary>
    public Type MessageType { get; } = messageType;
}

/// <summary>A message names no tenant.</summary>
public sealed class TenantRequiredException(Type messageType)
    : Exception($"A tenant is required to deliver message type {messageType.FullName}.");

/// <summary>A stored message has an alias or a body that this node cannot read; its contents are never quoted.</summary>
public sealed class UnreadableMessageException(string alias, int version, string reason)
    : Exception($"Message {alias} version {version} cannot be read: {reason}.");

/// <summary>A message was delivered too often without an outcome: its handler takes the process or the lease down each time.</summary>
public sealed class TooManyDeliveriesException(int deliveries)
    : Exception($"The message was delivered {deliveries} times without an outcome.");
