using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Coordination.Api.Directory.Import;

/// <summary>A text file read line by line. It is UTF-8, or ISO-8859-1 when its lines beyond ASCII are mostly no UTF-8.</summary>
public sealed class TextFile
{
    private const int LongestLine = 32 * 1024;
    private readonly string path;

    private TextFile(string path, bool isUtf8, byte[] sha256) => (this.path, IsUtf8, Sha256) = (path, isUtf8, sha256);

    /// <summary>Whether it is read as UTF-8.</summary>
    public bool IsUtf8 { get; }

    /// <summary>Fingerprint of its bytes.</summary>
    public byte[] Sha256 { get; }

    /// <summary>Looks through the file once, for its fingerprint and its character set.</summary>
    public static TextFile Open(string path)
    {
        if (!File.Exists(path)) throw new FileRefusedException("FILE_MISSING", "there is no such file");
        using (var hashed = File.OpenRead(path))
        {
            var sha = SHA256.HashData(hashed);
            var (valid, broken) = (0, 0);
            foreach (var line in RawLines(path))
                if (line.Span.ContainsAnyExceptInRange((byte)0, (byte)127)) _ = Utf8.IsValid(line.Span) ? valid++ : broken++;
            return new(path, broken <= valid, sha);
        }
    }

    /// <summary>The lines, numbered from 1, without their ends; a line that cannot be read comes with the rule it breaks instead.</summary>
    public IEnumerable<(int Number, string Text, string? Rule)> Lines()
    {
        var number = 0;
        foreach (var raw in RawLines(path))
        {
            var line = raw;
            if (++number == 1 && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
            if (line.Length > LongestLine) yield return (number, "", "LINE_TOO_LONG");
            else if (IsUtf8 && !Utf8.IsValid(line.Span)) yield return (number, "", "CHARSET");
            else
            {
                var text = (IsUtf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(line.Span).TrimEnd('\r');
                yield return (number, text, text.Any(c => char.IsControl(c) && c != '\t') || text.Contains('\uFFFD', StringComparison.Ordinal) ? "CONTROL_CHARACTER" : null);
            }
        }
    }

    // The memory of a line is good until the next one is asked for. A line beyond the limit is cut: it is refused anyway.
    private static IEnumerable<ReadOnlyMemory<byte>> RawLines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var line = new byte[LongestLine + 1];
        var chunk = new byte[1 << 16];
        var (length, any) = (0, false);
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            for (var at = 0; at < read;)
            {
                var end = chunk.AsSpan(at, read - at).IndexOf((byte)'\n');
                var part = end < 0 ? read - at : end;
                var taken = Math.Min(part, line.Length - length);
                chunk.AsSpan(at, taken).CopyTo(line.AsSpan(length));
                (length, any) = (length + taken, true);
                at += part;
                if (end < 0) break;
                at++;
                yield return line.AsMemory(0, length);
                (length, any) = (0, false);
            }
        }

        if (any && length > 0) yield return line.AsMemory(0, length);
    }
}
