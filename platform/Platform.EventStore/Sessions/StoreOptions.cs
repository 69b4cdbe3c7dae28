using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.EventStore;

/// <summary>Registrations of a store; complete before the store is made.</summary>
public sealed class StoreOptions
{
    /// <summary>Event types.</summary>
    public EventGraph Events { get; } = new();

    /// <summary>Views and projections.</summary>
    public ProjectionGraph Projections { get; } = new();

    /// <summary>Kinds of streams and the fold of each.</summary>
    public AggregateGraph Aggregates { get; } = new();

    /// <summary>How bodies and views are written: camelCase, enums as text. Converters may be added until the store is made.</summary>
    public JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // jsonb does not keep the order of members, so a type discriminator may come late.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The clock of the time of record.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Now, in the database's resolution of a microsecond, so that what is written equals what is read.</summary>
    internal DateTimeOffset Now() => Microseconds(Clock.GetUtcNow());

    internal static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    internal void Freeze()
    {
        if (!Json.IsReadOnly) Json.MakeReadOnly(populateMissingResolver: true);
        Events.Check();
        Projections.Check();
    }
}
