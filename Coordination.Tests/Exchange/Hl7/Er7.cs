using System.Text;
using Coordination.Api.Exchange.Hl7.Pam;

namespace Coordination.Tests.Exchange.Hl7;

/// <summary>The messages of this folder, and changes to them.</summary>
internal static class Er7
{
    public static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 20, 0, TimeSpan.Zero);
    public static readonly LinkProfile TestLink = LinkProfile.Of("test", LinkMode.Test);
    public static readonly LinkProfile ProductionLink = LinkProfile.Of("production", LinkMode.Production);

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.er7").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Exchange", "Hl7", "Messages");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".er7")).ReplaceLineEndings("\r");

    public static PamReading Read(string text, LinkProfile? link = null, DateTimeOffset? now = null) =>
        PamReader.Read(Encoding.UTF8.GetBytes(text), link ?? TestLink, now ?? Now);

    public static AdtMessage Readable(string text, LinkProfile? link = null, DateTimeOffset? now = null)
    {
        var reading = Read(text, link, now);
        reading.Disposition.ShouldBe(PamDisposition.Readable, string.Join("; ", reading.Problems));
        return reading.Message!;
    }

    /// <summary>The message with one field of the first segment of that name replaced; counted as the standard does.</summary>
    public static string With(this string text, string segment, int field, string value)
    {
        var lines = text.Split('\r');
        var index = Array.FindIndex(lines, l => l.StartsWith(segment, StringComparison.Ordinal));
        var fields = lines[index].Split('|').ToList();
        var place = segment == "MSH" ? field - 1 : field;
        while (fields.Count <= place) fields.Add("");
        fields[place] = value;
        lines[index] = string.Join('|', fields);
        return string.Join('\r', lines);
    }

    /// <summary>The message without the segments of that name.</summary>
    public static string Without(this string text, string segment) =>
        string.Join('\r', text.Split('\r').Where(l => !l.StartsWith(segment, StringComparison.Ordinal)));
}
