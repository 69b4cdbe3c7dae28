using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>Writes an INS as <c>oid|matricule</c>: only inside the identity store, never in an event or a view.</summary>
public sealed class InsConverter : JsonConverter<Ins>
{
    /// <inheritdoc />
    public override Ins Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = reader.GetString()?.Split('|') ?? [];
        return parts.Length == 2 && Ins.TryParse(parts[1], parts[0], out var ins) ? ins : throw new JsonException("not a valid INS");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Ins value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{value.Oid}|{value.Matricule}");
}
