using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Discharge;

/// <summary>A movement's identifier at the establishment (ZBE-1): never reused, stable for the movement's life.</summary>
/// <param name="Value">Identifier with its namespace, as sent; at most 200 characters, none of them a control character (a null cannot be stored).</param>
[JsonConverter(typeof(CodeIdConverter<MovementId>))]
public readonly record struct MovementId(string Value) : ICodeId<MovementId>
{
    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? text, out MovementId id)
    {
        var valid = text is { Length: > 0 and <= 200 } && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
        id = valid ? new MovementId(text!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
