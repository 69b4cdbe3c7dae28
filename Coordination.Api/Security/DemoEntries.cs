namespace Coordination.Api.Security;

/// <summary>The start page's short way in, in Development: a demo user of the demo's provider, who signs in there like anybody else.</summary>
public sealed record DemoEntry(string User, string Provider);

/// <summary>Those that the start page offers.</summary>
public static class DemoEntries
{
    /// <summary>In the order shown.</summary>
    public static IReadOnlyList<DemoEntry> All { get; } =
    [
        new("coordinator", "structure"), new("social-worker", "structure"), new("analyst", "structure"), new("manager", "structure"), new("gp", "psc"), new("nurse", "psc"),
        new("admin", "structure"), new("identity", "structure"), new("auditor", "structure"), new("colleague", "structure"), new("guardian", "structure"),
        new("neighbour", "structure"),
    ];
}
