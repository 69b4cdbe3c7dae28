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
    /// <summary>
    /// True when the Luhn key is right. In Corsican numbers A counts as 1 and B as 2: the numbers published by the regional health
    /// agency (2A0000170, 2A0000386, 2B0000020, 2B0005342) are right that way only.
    /// </summary>
    public bool HasValidKey => Luhn.IsValid(Value.Replace('A', '1').Replace('B', '2'));

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
