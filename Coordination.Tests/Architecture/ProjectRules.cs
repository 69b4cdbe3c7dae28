using System.Xml.Linq;

namespace Coordination.Tests.Architecture;

/// <summary>Which project may refer to which: Domain, then Projections, then Api; platform libraries under them; nothing points back.</summary>
public static class ProjectRules
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Platform.EventStore"] = [],
        ["Platform.Messaging"] = ["Platform.EventStore"],
        ["Platform.GraphQL"] = [],
        ["Coordination.Domain"] = [],
        ["Coordination.Projections"] = ["Coordination.Domain", "Platform.EventStore"],
        ["Coordination.Api"] = ["Coordination.Domain", "Coordination.Projections", "Platform.EventStore", "Platform.Messaging", "Platform.GraphQL"],
    };

    public static IEnumerable<string> Ruled => Allowed.Keys;

    /// <summary>May the compiled <paramref name="project"/> refer to <paramref name="assembly"/>?</summary>
    public static bool MayReference(string project, string assembly)
    {
        if (assembly.StartsWith("Coordination.", StringComparison.Ordinal) || assembly.StartsWith("Platform.", StringComparison.Ordinal))
            return Allowed[project].Contains(assembly);
        return project switch
        {
            "Coordination.Domain" => assembly == "FluentValidation" || IsOfRuntime(assembly),
            "Coordination.Projections" => IsOfRuntime(assembly),
            _ => true,
        };
    }

    /// <summary>Project and package references of a project file that its rule does not allow.</summary>
    public static IEnumerable<string> Forbidden(string project, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToLookup(e => e.Name.LocalName, e => (string?)e.Attribute("Include") ?? "");
        var projects = items["ProjectReference"].Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
        return projects.Concat(items["PackageReference"]).Concat(items["FrameworkReference"]).Where(name => !MayReference(project, name));
    }

    private static bool IsOfRuntime(string assembly) => assembly.StartsWith("System.", StringComparison.Ordinal);
}
