using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>A professional in the directory.</summary>
[JsonConverter(typeof(GuidIdConverter<ProfessionalId>))]
public readonly record struct ProfessionalId(Guid Value) : IGuidId<ProfessionalId>
{
    /// <inheritdoc />
    public static ProfessionalId From(Guid value) => new(value);

    /// <summary>The UUID in its 36-character form.</summary>
    public override string ToString() => Value.ToString();
}
