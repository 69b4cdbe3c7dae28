using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Domain.CarePathway;

namespace Coordination.Api.CarePathway;

/// <summary>
/// Every version of every template, from the numbered files that go with the platform. A file that was published is not changed: a new
/// version is a new file.
/// </summary>
public sealed class PathwayTemplates
{
    private const string Prefix = "pathway.";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private PathwayTemplates(IEnumerable<PathwayTemplate> templates)
    {
        All = [.. templates.OrderBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.Version)];
        if (All.Select(t => (t.Code, t.Version)).Distinct().Count() != All.Count) throw new InvalidOperationException("two templates of one code and version");
        if (All.Select(t => (t.Code, Fault: t.Fault())).FirstOrDefault(t => t.Fault is not null) is { Fault: { } fault } wrong) throw new InvalidOperationException($"{wrong.Code}: {fault}");
    }

    /// <summary>Those that go with the platform.</summary>
    public static PathwayTemplates Shipped { get; } = new(Read());

    /// <summary>Every version, oldest first.</summary>
    public IReadOnlyList<PathwayTemplate> All { get; }

    /// <summary>The newest version of each.</summary>
    public IEnumerable<PathwayTemplate> Newest => All.GroupBy(t => t.Code).Select(g => g.Last());

    /// <summary>Templates of these versions; throws when one is faulty.</summary>
    public static PathwayTemplates Of(params IEnumerable<PathwayTemplate> templates) => new(templates);

    /// <summary>The newest version of a template; null when there is none of this code.</summary>
    public PathwayTemplate? Find(string code) => Newest.FirstOrDefault(t => t.Code == code);

    private static IEnumerable<PathwayTemplate> Read()
    {
        var assembly = typeof(PathwayTemplates).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<PathwayTemplate>(file, Json)!;
        }
    }
}
