using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Platform.EventStore;

/// <summary>Numbered forward-only SQL of one component: the embedded resources <c>prefix001_name.sql</c>, <c>prefix002_…</c> of an assembly.</summary>
/// <param name="Name">Under which its migrations are recorded.</param>
/// <param name="Assembly">Where the resources are.</param>
/// <param name="ResourcePrefix">What stands before the number; empty for none.</param>
public sealed record SchemaComponent(string Name, Assembly Assembly, string ResourcePrefix = "")
{
    internal IReadOnlyList<Migration> Migrations() =>
    [
        .. Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => (Resource: n, Tail: n[ResourcePrefix.Length..]))
            .Where(n => n.Tail.Length > 4 && n.Tail[..3].All(char.IsAsciiDigit) && n.Tail[3] == '_')
            .OrderBy(n => n.Tail, StringComparer.Ordinal)
            .Select(n => Read(n.Resource, n.Tail)),
    ];

    private Migration Read(string resource, string tail)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd();
        return new Migration(
            Name, int.Parse(tail[..3], System.Globalization.CultureInfo.InvariantCulture), tail[4..^4], sql,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}

internal sealed record Migration(string Component, int Number, string Name, string Sql, string Sha256);
