using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>
/// FINESS number of a structure: 9 characters, department first. The Luhn key is <see cref="HasValidKey"/>: partners send numbers
/// with a wrong one, so a message is warned about and our own entry forms refuse (RELIABILITY N-19).
/// </summary>
[JsonConverter(typeof(CodeIdConverter<Finess>))]
public readonly record struct Finess(string Value) : ICodeId<Finess>
{
    /// <summary>True when the Luhn key is right; Corsican numbers (2A, 2B) are computed with the letter as 0.</summary>
    public bool HasValidKey => Luhn.IsValid(Value.Replace('A', '0').Replace('B', '0'));

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? text, out Finess id)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var shape = value.Length == 9 && value.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0 && char.IsAsciiDigit(value[0])
            && (char.IsAsciiDigit(value[1]) || (value[0] == '2' && value[1] is 'A' or 'B'));
        id = shape ? new Finess(value) : default;
        return shape;
    }

    /// <summary>The number; throws <see cref="FormatException"/> when it is not one.</summary>
    public static Finess Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("FINESS: 9 characters expected");

    /// <inheritdoc />
    public override string ToString() => Value;
}
