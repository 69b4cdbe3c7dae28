using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>INSEE code of a commune (COG): 5 characters, <c>2A</c>/<c>2B</c> for Corsica; not a postal code.</summary>
[JsonConverter(typeof(CodeIdConverter<CommuneCode>))]
public readonly record struct CommuneCode(string Value) : ICodeId<CommuneCode>
{
    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? text, out CommuneCode id)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var valid = value.Length == 5 && char.IsAsciiDigit(value[0])
            && (char.IsAsciiDigit(value[1]) || (value[0] == '2' && value[1] is 'A' or 'B')) && value.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        id = valid ? new CommuneCode(value) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
