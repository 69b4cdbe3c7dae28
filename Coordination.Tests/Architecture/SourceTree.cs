using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coordination.Tests.Architecture;

/// <summary>One file of the repository; <paramref name="Path"/> is relative to its root, with forward slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<SyntaxNode> _root = new(() => CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot());

    public SyntaxNode Root => _root.Value;

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>Names the file and the line of a position.</summary>
    public string At(int position) => $"{Path}:{Text.AsSpan(0, position).Count('\n') + 1}";

    public override string ToString() => Path;
}

/// <summary>The sources of the repository in which the tests were built, read once.</summary>
public static class SourceTree
{
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    private static readonly string[] Extensions = [".cs", ".csproj", ".sql", ".graphqls", ".ts", ".tsx", ".mjs", ".css", ".sh"];
    private static readonly string[] Generated = ["bin", "obj", "node_modules", "wwwroot", "gql", "TestResults", "artifacts"];
    private static readonly Lazy<IReadOnlyList<SourceFile>> All = new(() => [.. Read(Root)]);

    public static IReadOnlyList<SourceFile> Files => All.Value;

    public static IEnumerable<SourceFile> CSharp => Files.Where(f => f.IsCSharp);

    private static string Up(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Coordination.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("Coordination.sln is in no folder above the tests");
    }

    private static IEnumerable<SourceFile> Read(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => Extensions.Contains(Path.GetExtension(f))))
            yield return new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file));
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(inner);
            if (name.StartsWith('.') || Generated.Contains(name)) continue;
            foreach (var file in Read(inner)) yield return file;
        }
    }
}
