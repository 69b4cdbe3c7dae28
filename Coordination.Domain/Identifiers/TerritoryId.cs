using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>
/// The tenant: a DAC territory (<c>dac-47</c>) or an establishment (<c>finess-470000019</c>), which is a tenant of its own outside every DAC.
/// </summary>
[JsonConverter(typeof(CodeIdConverter<TerritoryId>))]
public readonly record struct TerritoryId(string Value) : ICodeId<TerritoryId>
{
    /// <summary>The tenant of an establishment.</summary>
    public static TerritoryId Of(Finess establishment) => new($"finess-{establishment.Value.ToLowerInvariant()}");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? text, out TerritoryId id)
    {
        var valid = text is { Length: > 0 and <= 40 } && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        id = valid ? new TerritoryId(text!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
