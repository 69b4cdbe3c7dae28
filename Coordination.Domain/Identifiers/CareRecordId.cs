using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>A coordination record (dossier de coordination).</summary>
[JsonConverter(typeof(GuidIdConverter<CareRecordId>))]
public readonly record struct CareRecordId(Guid Value) : IGuidId<CareRecordId>
{
    /// <inheritdoc />
    public static CareRecordId From(Guid value) => new(value);

    /// <summary>The UUID in its 36-character form.</summary>
    public override string ToString() => Value.ToString();
}
