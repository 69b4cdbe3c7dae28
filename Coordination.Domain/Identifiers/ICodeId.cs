using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>A checked identifier over text.</summary>
public interface ICodeId<TSelf> where TSelf : struct, ICodeId<TSelf>
{
    /// <summary>The normalised text.</summary>
    string Value { get; }

    /// <summary>False when <paramref name="text"/> breaks the identifier's rules.</summary>
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf id);
}

/// <summary>Writes a checked identifier as its text; reading a wrong one fails.</summary>
public sealed class CodeIdConverter<T> : JsonConverter<T> where T : struct, ICodeId<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var id) ? id : throw new JsonException($"not a valid {typeof(T).Name}");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
