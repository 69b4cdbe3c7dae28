using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>A hospital stay and the return home that ends it.</summary>
[JsonConverter(typeof(GuidIdConverter<DischargeId>))]
public readonly record struct DischargeId(Guid Value) : IGuidId<DischargeId>
{
    /// <inheritdoc />
    public static DischargeId From(Guid value) => new(value);

    /// <summary>The UUID in its 36-character form.</summary>
    public override string ToString() => Value.ToString();
}
