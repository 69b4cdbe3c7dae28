using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>An alert; derived from rule, subject and window, so that a second trigger meets the first.</summary>
[JsonConverter(typeof(GuidIdConverter<AlertId>))]
public readonly record struct AlertId(Guid Value) : IGuidId<AlertId>
{
    /// <inheritdoc />
    public static AlertId From(Guid value) => new(value);

    /// <summary>The UUID in its 36-character form.</summary>
    public override string ToString() => Value.ToString();
}
