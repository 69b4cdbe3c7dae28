using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.EventStore;

namespace Coordination.Tests.Harness;

/// <summary>
/// Each stored version of each event has a checked-in body, <c>alias.version.json</c>: what was stored once must be readable for ever.
/// A body of the current version must also be written back unchanged, so that a field renamed by accident is found.
/// </summary>
public static class EventSnapshots
{
    /// <summary>Fails with every snapshot that is missing, unreadable, changed or of no known event.</summary>
    public static void Verify(StoreOptions options, string folder)
    {
        var faults = new List<string>();
        var expected = options.Events.All.SelectMany(m => Enumerable.Range(1, m.Version).Select(v => (m.Alias, Version: v))).ToHashSet();
        foreach (var (alias, version) in expected)
        {
            var file = Path.Combine(folder, $"{alias}.{version}.json");
            if (!File.Exists(file)) faults.Add($"{alias}.{version}.json is missing");
            else if (Fault(options, alias, version, File.ReadAllText(file)) is { } fault) faults.Add($"{alias}.{version}.json {fault}");
        }

        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
            if (!expected.Any(e => Path.GetFileName(file) == $"{e.Alias}.{e.Version}.json")) faults.Add($"{Path.GetFileName(file)} belongs to no event");
        faults.ShouldBeEmpty();
    }

    private static string? Fault(StoreOptions options, string alias, int version, string json)
    {
        object data;
        try
        {
            data = options.Events.Read(alias, version, json, options.Json);
        }
        catch (UnreadableEventException)
        {
            return "cannot be read";
        }

        var mapping = options.Events.Find(alias)!;
        var again = JsonSerializer.SerializeToNode(data, mapping.Type, options.Json);
        return version < mapping.Version || JsonNode.DeepEquals(again, JsonNode.Parse(json)) ? null : $"is written differently now: {again?.ToJsonString()}";
    }
}
