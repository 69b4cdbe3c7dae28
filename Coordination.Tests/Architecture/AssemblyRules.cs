using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Coordination.Tests.Architecture;

/// <summary>Rules that compiled assemblies keep, read from their metadata: an alias or a full name cannot hide a use.</summary>
public static class AssemblyRules
{
    private static readonly string[] ImpureNamespaces =
        ["System.IO", "System.Net", "System.Data", "System.Threading", "System.Diagnostics.Metrics", "Microsoft", "Npgsql", "Serilog", "Platform"];

    private static readonly HashSet<string> ImpureTypes =
    [
        "System.Console", "System.Random", "System.TimeProvider", "System.IServiceProvider", "System.Diagnostics.Stopwatch",
        "System.Diagnostics.Process", "System.Diagnostics.Trace", "System.Diagnostics.Debug", "System.Diagnostics.Activity",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly HashSet<string> ImpureMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTime.ToLocalTime",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.DateTimeOffset.get_LocalDateTime",
        "System.DateTimeOffset.ToLocalTime", "System.TimeZoneInfo.get_Local", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Globalization.CultureInfo.set_CurrentCulture", "System.Globalization.CultureInfo.set_CurrentUICulture",
    ];

    private static readonly HashSet<string> Scans =
    [
        "System.Reflection.Assembly.GetTypes", "System.Reflection.Assembly.GetExportedTypes", "System.Reflection.Assembly.get_DefinedTypes",
        "System.Reflection.Assembly.get_ExportedTypes", "System.Reflection.Assembly.GetReferencedAssemblies", "System.AppDomain.GetAssemblies",
    ];

    /// <summary>Uses of I/O, tasks, clock, random, new ids, culture, logging or injection.</summary>
    public static IReadOnlyList<string> Impurities(byte[] assembly) => Read(assembly, metadata =>
        Types(metadata).Where(type => ImpureTypes.Contains(type) || ImpureNamespaces.Any(space => type.StartsWith(space + ".", StringComparison.Ordinal)))
            .Concat(Members(metadata).Where(IsImpure)));

    /// <summary>Calls that look for types instead of having them registered.</summary>
    public static IReadOnlyList<string> AssemblyScans(byte[] assembly) => Read(assembly, metadata => Members(metadata).Where(Scans.Contains));

    /// <summary>Referenced assemblies that <paramref name="allowed"/> does not accept.</summary>
    public static IReadOnlyList<string> References(byte[] assembly, Func<string, bool> allowed) => Read(assembly, metadata =>
        metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name)).Where(name => !allowed(name)));

    // An iterator written with yield asks for the thread's number: the compiler's doing, not a rule's.
    private static bool IsImpure(string member) => ImpureMembers.Contains(member)
        || (member.StartsWith("System.Environment.", StringComparison.Ordinal) && member != "System.Environment.get_CurrentManagedThreadId");

    private static IReadOnlyList<string> Read(byte[] assembly, Func<MetadataReader, IEnumerable<string>> find)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        return [.. find(file.GetMetadataReader()).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Types(MetadataReader metadata) =>
        metadata.TypeReferences.Select(handle => NameOf(metadata, handle));

    private static IEnumerable<string> Members(MetadataReader metadata) =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        select $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}";

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
