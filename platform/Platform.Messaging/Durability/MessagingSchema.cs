using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>The tables of this library, applied with those of the event store.</summary>
public static class MessagingSchema
{
    /// <summary>Component to hand to the <see cref="SchemaMigrator"/>.</summary>
    public static SchemaComponent Component { get; } = new("messaging", typeof(MessagingSchema).Assembly);
}
