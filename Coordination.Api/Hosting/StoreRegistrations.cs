using Coordination.Api.CareRecord;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Platform.Messaging;

namespace Coordination.Api.Hosting;

/// <summary>Everything that the event store has to know, from the modules.</summary>
public static class StoreRegistrations
{
    /// <summary>The numbered SQL that goes with the store's own: messages and the platform's tables.</summary>
    public static IReadOnlyList<SchemaComponent> Components { get; } =
        [MessagingSchema.Component, new SchemaComponent("coordination", typeof(StoreRegistrations).Assembly)];

    /// <summary>Registrations on a clock. Without a sealer events with personal texts cannot be written: for checks of the schema only.</summary>
    public static StoreOptions Create(TimeProvider clock, Func<EventSealer>? sealer = null)
    {
        var options = new StoreOptions { Clock = clock };
        options.Json.TypeInfoResolver = ProtectedFields.Resolver(sealer ?? (() => throw new InvalidOperationException("no sealer")));
        foreach (var module in CapabilityModule.All) module.Store(options);
        return options;
    }
}
