using System.Text;

namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>Character sets of MSH-18 (table 0211), each strict: bytes that do not belong to one are an error, never a replacement character.</summary>
public static class Hl7Charset
{
    /// <summary><c>UNICODE UTF-8</c>, what we send by default.</summary>
    public const string Utf8Name = "UNICODE UTF-8";

    /// <summary><c>8859/1</c>.</summary>
    public const string Latin1Name = "8859/1";

    /// <summary><c>8859/15</c>.</summary>
    public const string Latin9Name = "8859/15";

    private static readonly UTF8Encoding Utf8 = new(false, true);
    private static readonly Encoding Ascii = Encoding.GetEncoding("us-ascii", EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1", EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
    private static readonly Encoding Latin9 =
        CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15", EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The encoding of a name of table 0211; null for an unknown one.</summary>
    public static Encoding? Find(string name) => name.Trim().ToUpperInvariant() switch
    {
        Utf8Name or "UTF-8" or "UTF8" or "UNICODE" => Utf8,
        Latin1Name or "ISO-8859-1" => Latin1,
        Latin9Name or "ISO-8859-15" => Latin9,
        "ASCII" => Ascii,
        _ => null,
    };

    /// <summary>
    /// Decodes a message. Without a declared set: the link's default, else UTF-8 when the bytes are UTF-8, else 8859/15.
    /// Null when the bytes do not belong to the set; <paramref name="used"/> then names what was tried.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding? declared, out Encoding used)
    {
        used = declared ?? Utf8;
        var text = TryDecode(bytes, used);
        if (text is not null || declared is not null) return text;
        used = Latin9;
        return TryDecode(bytes, Latin9);
    }

    private static string? TryDecode(ReadOnlySpan<byte> bytes, Encoding charset)
    {
        try
        {
            var text = charset.GetString(bytes);

            // The range 80–9F holds no letter in the 8859 sets: a message that uses it was written in another one.
            return charset != Utf8 && text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
