using System.Globalization;
using System.Text;

namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>
/// Escape sequences. They are decoded inside one value, after the message was cut, so that what they stand for can never become a
/// separator or a segment. A sequence that is unknown or broken stays as it was sent.
/// </summary>
public static class Hl7Escape
{
    /// <summary>The text that <paramref name="raw"/> stands for.</summary>
    public static string Decode(ReadOnlySpan<char> raw, Hl7Separators separators, Encoding charset)
    {
        if (!raw.Contains(separators.Escape)) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var open = raw.IndexOf(separators.Escape);
            if (open < 0) break;
            text.Append(raw[..open]);
            raw = raw[open..];
            var close = raw[1..].IndexOf(separators.Escape);
            if (close < 0) break;
            if (Sequence(raw.Slice(1, close), separators, charset) is { } decoded)
            {
                text.Append(decoded);
                raw = raw[(close + 2)..];
            }
            else
            {
                text.Append(raw[..(close + 1)]);
                raw = raw[(close + 1)..];
            }
        }

        return text.Append(raw).ToString();
    }

    /// <summary>Text as it may stand in a component or subcomponent; the inverse of <see cref="Decode"/>.</summary>
    public static string Encode(string text, Hl7Separators separators)
    {
        var raw = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            var letter = c == separators.Field ? 'F' : c == separators.Component ? 'S' : c == separators.Subcomponent ? 'T'
                : c == separators.Repetition ? 'R' : c == separators.Escape ? 'E' : '\0';
            if (letter != '\0') raw.Append(separators.Escape).Append(letter).Append(separators.Escape);
            else if (c == '\n') raw.Append(separators.Escape).Append(".br").Append(separators.Escape);
            else if (c < ' ') raw.Append(separators.Escape).Append(CultureInfo.InvariantCulture, $"X{(int)c:X2}").Append(separators.Escape);
            else raw.Append(c);
        }

        return raw.ToString();
    }

    private static string? Sequence(ReadOnlySpan<char> name, Hl7Separators separators, Encoding charset) => name switch
    {
        "F" => separators.Field.ToString(),
        "S" => separators.Component.ToString(),
        "T" => separators.Subcomponent.ToString(),
        "R" => separators.Repetition.ToString(),
        "E" => separators.Escape.ToString(),
        "H" or "N" => "",
        ".br" => "\n",
        ".sp" => " ",
        ['X', .. var hex] => Bytes(hex, charset),
        _ => null,
    };

    private static string? Bytes(ReadOnlySpan<char> hex, Encoding charset)
    {
        if (hex.IsEmpty || hex.Length % 2 != 0 || hex.ContainsAnyExcept("0123456789ABCDEFabcdef")) return null;
        try
        {
            var text = charset.GetString(Convert.FromHexString(hex));
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
