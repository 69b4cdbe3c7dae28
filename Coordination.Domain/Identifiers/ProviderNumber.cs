using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>
/// Number of a home-care provider: FINESS (9 characters) of a structure, or RPPS (11 digits) of a professional, since a self-employed
/// nurse has no FINESS (DOMAIN Rulings 7). Entered by hand, so a wrong key is refused for both (RELIABILITY N-19).
/// </summary>
[JsonConverter(typeof(CodeIdConverter<ProviderNumber>))]
public readonly record struct ProviderNumber(string Value) : ICodeId<ProviderNumber>
{
    /// <summary>The structure; null when the provider is a professional.</summary>
    public Finess? Finess => Identifiers.Finess.TryParse(Value, out var finess) ? finess : null;

    /// <summary>The professional; null when the provider is a structure.</summary>
    public Rpps? Rpps => Identifiers.Rpps.TryParse(Value, out var rpps) ? rpps : null;

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? text, out ProviderNumber id)
    {
        var digits = text?.Replace(" ", "", StringComparison.Ordinal);
        id = Identifiers.Finess.TryParse(digits, out var finess) && finess.HasValidKey ? new(finess.Value)
            : Identifiers.Rpps.TryParse(digits, out var rpps) ? new(rpps.Value)
            : default;
        return id.Value is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
