using System.Globalization;

namespace Platform.GraphQL.Language;

/// <summary>Lexical grammar of the October 2021 specification. Messages and locations are those of graphql-js 16.</summary>
internal sealed partial class Lexer(string source)
{
    public string Source { get; } = source;

    public Token Next(int position)
    {
        var s = Source;
        while (position < s.Length)
        {
            var c = s[position];
            switch (c)
            {
                case '\uFEFF' or '\t' or ' ' or ',' or '\n' or '\r':
                    position++;
                    continue;
                case '#':
                    position = SkipComment(position);
                    continue;
                case '!': return Punctuator(TokenKind.Bang, position);
                case '$': return Punctuator(TokenKind.Dollar, position);
                case '&': return Punctuator(TokenKind.Amp, position);
                case '(': return Punctuator(TokenKind.ParenL, position);
                case ')': return Punctuator(TokenKind.ParenR, position);
                case ':': return Punctuator(TokenKind.Colon, position);
                case '=': return Punctuator(TokenKind.EqualsSign, position);
                case '@': return Punctuator(TokenKind.At, position);
                case '[': return Punctuator(TokenKind.BracketL, position);
                case ']': return Punctuator(TokenKind.BracketR, position);
                case '{': return Punctuator(TokenKind.BraceL, position);
                case '|': return Punctuator(TokenKind.Pipe, position);
                case '}': return Punctuator(TokenKind.BraceR, position);
                case '.' when position + 2 < s.Length && s[position + 1] == '.' && s[position + 2] == '.':
                    return new Token(TokenKind.Spread, position, position + 3, null);
                case '"':
                    return position + 2 < s.Length && s[position + 1] == '"' && s[position + 2] == '"'
                        ? ReadBlockString(position) : ReadString(position);
            }
            if (char.IsAsciiDigit(c) || c == '-') return ReadNumber(position);
            if (IsNameStart(c)) return ReadName(position);
            throw Error(position, c == '\''
                ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
                : IsScalarValueAt(position) ? $"Unexpected character: {Print(position)}." : $"Invalid character: {Print(position)}.");
        }
        return new Token(TokenKind.EndOfFile, s.Length, s.Length, null);
    }

    private static Token Punctuator(TokenKind kind, int at) => new(kind, at, at + 1, null);

    private int SkipComment(int position)
    {
        while (position < Source.Length && Source[position] is not ('\n' or '\r'))
        {
            if (!IsScalarValueAt(position)) break;
            position += char.IsHighSurrogate(Source[position]) ? 2 : 1;
        }
        return position;
    }

    private Token ReadName(int start)
    {
        var end = start + 1;
        while (end < Source.Length && (IsNameStart(Source[end]) || char.IsAsciiDigit(Source[end]))) end++;
        return new Token(TokenKind.Name, start, end, Source[start..end]);
    }

    private Token ReadNumber(int start)
    {
        var i = start;
        var isFloat = false;
        if (At(i) == '-') i++;
        if (At(i) == '0')
        {
            i++;
            if (char.IsAsciiDigit(At(i))) throw Error(i, $"Invalid number, unexpected digit after 0: {Print(i)}.");
        }
        else i = ReadDigits(i);
        if (At(i) == '.')
        {
            isFloat = true;
            i = ReadDigits(i + 1);
        }
        if (At(i) is 'e' or 'E')
        {
            isFloat = true;
            i++;
            if (At(i) is '+' or '-') i++;
            i = ReadDigits(i);
        }
        if (At(i) == '.' || (i < Source.Length && IsNameStart(At(i))))
            throw Error(i, $"Invalid number, expected digit but got: {Print(i)}.");
        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, start, i, Source[start..i]);
    }

    private int ReadDigits(int i)
    {
        if (!char.IsAsciiDigit(At(i))) throw Error(i, $"Invalid number, expected digit but got: {Print(i)}.");
        while (char.IsAsciiDigit(At(i))) i++;
        return i;
    }

    private char At(int i) => i < Source.Length ? Source[i] : '\0';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private bool IsScalarValueAt(int i) => !char.IsSurrogate(Source[i])
        || (char.IsHighSurrogate(Source[i]) && i + 1 < Source.Length && char.IsLowSurrogate(Source[i + 1]));

    private string Print(int i)
    {
        if (i >= Source.Length) return "<EOF>";
        var code = IsScalarValueAt(i) && char.IsHighSurrogate(Source[i]) ? char.ConvertToUtf32(Source[i], Source[i + 1]) : Source[i];
        if (code is >= 0x20 and <= 0x7E) return code == '"' ? "'\"'" : $"\"{(char)code}\"";
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    private SyntaxException Error(int position, string detail) => new(Source, position, detail);
}
