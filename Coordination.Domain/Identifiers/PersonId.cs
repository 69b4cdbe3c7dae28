using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>A person followed in one territory; random, never derived from a trait.</summary>
[JsonConverter(typeof(GuidIdConverter<PersonId>))]
public readonly record struct PersonId(Guid Value) : IGuidId<PersonId>
{
    /// <inheritdoc />
    public static PersonId From(Guid value) => new(value);

    /// <summary>The UUID in its 36-character form.</summary>
    public override string ToString() => Value.ToString();
}
