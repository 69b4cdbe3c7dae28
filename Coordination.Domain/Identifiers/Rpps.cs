using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>RPPS number of a professional: 11 digits, the last a Luhn key.</summary>
[JsonConverter(typeof(CodeIdConverter<Rpps>))]
public readonly record struct Rpps(string Value) : ICodeId<Rpps>
{
    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? text, out Rpps id)
    {
        var value = text?.Trim() ?? "";
        var valid = value.Length == 11 && Luhn.IsValid(value);
        id = valid ? new Rpps(value) : default;
        return valid;
    }

    /// <summary>The number; throws <see cref="FormatException"/> when it is not one.</summary>
    public static Rpps Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("RPPS: 11 digits with a Luhn key expected");

    /// <inheritdoc />
    public override string ToString() => Value;
}
