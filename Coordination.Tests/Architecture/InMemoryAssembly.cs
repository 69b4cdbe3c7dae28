using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coordination.Tests.Architecture;

/// <summary>Compiles a canary: a few lines that break a rule on purpose.</summary>
internal static class InMemoryAssembly
{
    private static readonly string[] Needed =
    [
        "System.Runtime", "System.Private.CoreLib", "System.Private.Uri", "System.Console", "System.Collections", "System.Net.Primitives",
        "System.Net.Http", "System.Diagnostics.Process", "System.ComponentModel", "System.ComponentModel.Primitives",
        "System.Security.Cryptography", "Microsoft.Extensions.Logging.Abstractions",
    ];

    private static readonly Lazy<MetadataReference[]> Framework = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Needed.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static byte[] Compile(string source, string name = "Canary", params byte[][] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText("using System; using System.Collections.Generic;\n" + source)],
            [.. Framework.Value, .. references.Select(r => MetadataReference.CreateFromImage(r))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return image.ToArray();
    }
}
