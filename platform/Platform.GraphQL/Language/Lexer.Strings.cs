using System.Globalization;
using System.Text;

namespace Platform.GraphQL.Language;

internal sealed partial class Lexer
{
    private Token ReadString(int start)
    {
        var i = start + 1;
        var chunk = i;
        StringBuilder? value = null;
        while (i < Source.Length)
        {
            var c = Source[i];
            if (c == '"')
            {
                var last = Source[chunk..i];
                return new Token(TokenKind.String, start, i + 1, value is null ? last : value.Append(last).ToString());
            }
            if (c == '\\')
            {
                value = (value ?? new StringBuilder()).Append(Source, chunk, i - chunk);
                i += ReadEscape(i, value);
                chunk = i;
                continue;
            }
            if (c is '\n' or '\r') break;
            if (!IsScalarValueAt(i)) throw Error(i, $"Invalid character within String: {Print(i)}.");
            i += char.IsHighSurrogate(c) ? 2 : 1;
        }
        throw Error(i, "Unterminated string.");
    }

    private int ReadEscape(int i, StringBuilder value)
    {
        switch (At(i + 1))
        {
            case '"': value.Append('"'); return 2;
            case '\\': value.Append('\\'); return 2;
            case '/': value.Append('/'); return 2;
            case 'b': value.Append('\b'); return 2;
            case 'f': value.Append('\f'); return 2;
            case 'n': value.Append('\n'); return 2;
            case 'r': value.Append('\r'); return 2;
            case 't': value.Append('\t'); return 2;
            case 'u': return At(i + 2) == '{' ? ReadBracedUnicode(i, value) : ReadFixedUnicode(i, value);
            default: throw Error(i, $"Invalid character escape sequence: \"{Excerpt(i, 2)}\".");
        }
    }

    private int ReadBracedUnicode(int i, StringBuilder value)
    {
        var point = 0;
        var size = 3;
        while (size < 12)
        {
            var c = At(i + size++);
            if (c == '}')
            {
                if (size < 5 || !Rune.IsValid(point)) break;
                value.Append(new Rune(point).ToString());
                return size;
            }
            var digit = HexValue(c);
            if (digit < 0) break;
            point = (point << 4) | digit;
        }
        throw Error(i, $"Invalid Unicode escape sequence: \"{Excerpt(i, size)}\".");
    }

    private int ReadFixedUnicode(int i, StringBuilder value)
    {
        var code = ReadHex4(i + 2);
        if (code >= 0 && Rune.IsValid(code))
        {
            value.Append((char)code);
            return 6;
        }
        if (code is >= 0xD800 and <= 0xDBFF && At(i + 6) == '\\' && At(i + 7) == 'u')
        {
            var low = ReadHex4(i + 8);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                value.Append((char)code).Append((char)low);
                return 12;
            }
        }
        throw Error(i, $"Invalid Unicode escape sequence: \"{Excerpt(i, 6)}\".");
    }

    private int ReadHex4(int i) => i + 4 <= Source.Length
        && int.TryParse(Source.AsSpan(i, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : -1;

    private static int HexValue(char c) => char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : -1;

    private string Excerpt(int i, int length) => Source.Substring(i, Math.Min(length, Source.Length - i));

    private Token ReadBlockString(int start)
    {
        var i = start + 3;
        var chunk = i;
        var line = new StringBuilder();
        var lines = new List<string>();
        while (i < Source.Length)
        {
            var c = Source[i];
            if (c == '"' && At(i + 1) == '"' && At(i + 2) == '"')
            {
                lines.Add(line.Append(Source, chunk, i - chunk).ToString());
                return new Token(TokenKind.BlockString, start, i + 3, string.Join('\n', BlockStrings.Dedent(lines)));
            }
            if (c == '\\' && At(i + 1) == '"' && At(i + 2) == '"' && At(i + 3) == '"')
            {
                line.Append(Source, chunk, i - chunk);
                chunk = i + 1;
                i += 4;
                continue;
            }
            if (c is '\n' or '\r')
            {
                lines.Add(line.Append(Source, chunk, i - chunk).ToString());
                line.Clear();
                i += c == '\r' && At(i + 1) == '\n' ? 2 : 1;
                chunk = i;
                continue;
            }
            if (!IsScalarValueAt(i)) throw Error(i, $"Invalid character within String: {Print(i)}.");
            i += char.IsHighSurrogate(c) ? 2 : 1;
        }
        throw Error(i, "Unterminated string.");
    }
}
