using System.Text;

namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>
/// Bytes to message. The header is read first, byte by byte, because it names the separators and the character set of the rest.
/// Segments are told by name, after any leading blanks; CR, LF and CRLF all end one unless the link is strict.
/// </summary>
public static class Hl7Parser
{
    /// <summary>Cuts a message; on failure the fault says which rule and where.</summary>
    public static Hl7Message? Parse(ReadOnlySpan<byte> bytes, Hl7Reading options, out Hl7Fault? fault)
    {
        fault = null;
        bytes = WithoutPreamble(bytes);
        if (bytes.Length > options.Limits.MessageBytes) return Fail(Hl7FaultKind.TooLarge, "MSH", $"{options.Limits.MessageBytes} bytes", out fault);
        var head = Head(bytes);
        if (!Hl7Separators.TryRead(head, out var separators)) return Fail(Hl7FaultKind.NoHeader, "MSH^1^2", "MSH and five separators", out fault);
        if (!options.ToleratesLineFeed && bytes.Contains((byte)'\n')) return Fail(Hl7FaultKind.LineEnd, "MSH", "segments end with CR", out fault);

        var name = Declared(head, separators.Value);
        var declared = name.Length > 0 ? Hl7Charset.Find(name) : options.DefaultCharset;
        if (name.Length > 0 && declared is null) return Fail(Hl7FaultKind.UnknownCharset, "MSH^1^18", "UNICODE UTF-8, 8859/1 or 8859/15", out fault);
        var text = Hl7Charset.Decode(bytes, declared, out var used);
        if (text is null) return Fail(Hl7FaultKind.InvalidBytes, "MSH^1^18", name.Length > 0 ? name : used.WebName, out fault);
        return Cut(new Hl7Message(text, separators.Value, used), text, options.Limits, out fault);
    }

    /// <summary>The header line, read as single bytes: enough to answer a message that cannot be read further.</summary>
    public static string Head(ReadOnlySpan<byte> bytes)
    {
        bytes = WithoutPreamble(bytes);
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? bytes : bytes[..end];
        return Encoding.Latin1.GetString(line[..Math.Min(line.Length, 4096)]);
    }

    private static Hl7Message? Cut(Hl7Message message, string text, Hl7Limits limits, out Hl7Fault? fault)
    {
        fault = null;
        var position = 0;
        while (position < text.Length)
        {
            var ahead = text.AsSpan(position);
            var end = ahead.IndexOfAny('\r', '\n');
            var line = end < 0 ? ahead : ahead[..end];
            var lead = line.Length - line.TrimStart(" \t").Length;
            var ok = line.Length == lead || AddSegment(message, text, position + lead, line.Length - lead, limits, out fault);
            if (!ok) return null;
            position += end < 0 ? ahead.Length : end + 1;
        }

        return message;
    }

    private static bool AddSegment(Hl7Message message, string text, int start, int length, Hl7Limits limits, out Hl7Fault? fault)
    {
        fault = null;
        var line = text.AsSpan(start, length);
        var separator = message.Separators.Field;
        var number = message.Segments.Count + 1;
        if (number > limits.Segments) return Refuse(Hl7FaultKind.TooLarge, "MSH", $"{limits.Segments} segments", out fault);
        if (!IsName(line, separator)) return Refuse(Hl7FaultKind.SegmentName, $"segment {number}", "three capitals or digits", out fault);
        var name = line[..3].ToString();
        if (line.ContainsAnyInRange('\u0000', '\u0008') || line.ContainsAnyInRange('\u000B', '\u001F')) return Refuse(Hl7FaultKind.ControlCharacter, name, "text without control characters", out fault);

        var first = message.FieldTotal;
        if (name == "MSH") message.AddField(start + 3, 1);
        for (var position = 4; position <= line.Length;)
        {
            var end = line[position..].IndexOf(separator);
            var size = end < 0 ? line.Length - position : end;
            var field = message.FieldTotal - first + 1;
            if (field > limits.FieldsPerSegment) return Refuse(Hl7FaultKind.TooLarge, name, $"{limits.FieldsPerSegment} fields", out fault);
            if (size > limits.FieldLength) return Refuse(Hl7FaultKind.TooLarge, $"{name}^1^{field}", $"{limits.FieldLength} characters", out fault);
            message.AddField(start + position, size);
            position += size + 1;
        }

        message.AddSegment(name, first);
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> line, char separator) =>
        line.Length >= 3 && char.IsAsciiLetterUpper(line[0]) && IsNameCharacter(line[1]) && IsNameCharacter(line[2])
        && (line.Length == 3 || line[3] == separator);

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c);

    private static string Declared(string head, Hl7Separators separators)
    {
        var rest = head.AsSpan(3);
        for (var field = 1; field < 18; field++)
        {
            var end = rest.IndexOf(separators.Field);
            if (end < 0) return "";
            rest = rest[(end + 1)..];
        }

        var close = rest.IndexOfAny([separators.Field, separators.Repetition, separators.Component]);
        return (close < 0 ? rest : rest[..close]).Trim().ToString();
    }

    private static ReadOnlySpan<byte> WithoutPreamble(ReadOnlySpan<byte> bytes) =>
        (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8);

    private static Hl7Message? Fail(Hl7FaultKind kind, string location, string detail, out Hl7Fault? fault)
    {
        fault = new Hl7Fault(kind, location, detail);
        return null;
    }

    private static bool Refuse(Hl7FaultKind kind, string location, string detail, out Hl7Fault? fault)
    {
        fault = new Hl7Fault(kind, location, detail);
        return false;
    }
}
