using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>A request for support (demande d'appui).</summary>
[JsonConverter(typeof(GuidIdConverter<SupportRequestId>))]
public readonly record struct SupportRequestId(Guid Value) : IGuidId<SupportRequestId>
{
    /// <inheritdoc />
    public static SupportRequestId From(Guid value) => new(value);

    /// <summary>The UUID in its 36-character form.</summary>
    public override string ToString() => Value.ToString();
}
