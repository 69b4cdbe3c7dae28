using System.Diagnostics.CodeAnalysis;

namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>The five characters that MSH-1 and MSH-2 choose.</summary>
public readonly record struct Hl7Separators(char Field, char Component, char Repetition, char Escape, char Subcomponent)
{
    /// <summary><c>|^~\&amp;</c>.</summary>
    public static readonly Hl7Separators Standard = new('|', '^', '~', '\\', '&');

    /// <summary>Reads them from the head of an MSH segment; false when one is missing, doubled, a letter, a digit or a control character.</summary>
    public static bool TryRead(ReadOnlySpan<char> msh, [NotNullWhen(true)] out Hl7Separators? separators)
    {
        separators = null;
        if (msh.Length < 8 || !msh.StartsWith("MSH", StringComparison.Ordinal)) return false;
        var chosen = msh[3..8];
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] <= ' ' || chosen[i] > '~' || char.IsAsciiLetterOrDigit(chosen[i]) || chosen[(i + 1)..].Contains(chosen[i])) return false;
        }

        // A fifth encoding character (truncation, from version 2.7) is tolerated; anything longer is not MSH-2.
        var rest = msh[8..];
        var end = rest.IndexOf(chosen[0]);
        if ((end < 0 ? rest.Length : end) > 1) return false;
        separators = new Hl7Separators(chosen[0], chosen[1], chosen[2], chosen[3], chosen[4]);
        return true;
    }

    /// <summary>MSH-2.</summary>
    public override string ToString() => new([Component, Repetition, Escape, Subcomponent]);
}
