using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coordination.Tests.Architecture;

/// <summary>Rules that the text of one file keeps; each gives the places where it is broken.</summary>
public static partial class SourceRules
{
    public const int MaximumLines = 250;

    private static readonly string[] Contents =
        ["ins", "nir", "matricule", "name", "family", "given", "firstname", "lastname", "birth", "address", "phone", "body", "payload", "raw", "text", "note"];

    public static IEnumerable<string> LongFiles(SourceFile file) =>
        file.IsCSharp && file.Lines > MaximumLines ? [$"{file.Path}: {file.Lines} lines"] : [];

    public static IEnumerable<string> Unfinished(SourceFile file) =>
        UnfinishedWords().Matches(file.Text).Select(m => $"{file.At(m.Index)}: {m.Value}");

    public static IEnumerable<string> AccentedIdentifiers(SourceFile file) =>
        Ascii.IsValid(file.Text) ? [] : file.Root.DescendantTokens()
            .Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText.Any(c => c > 127))
            .Select(t => $"{file.At(t.SpanStart)}: {t.ValueText}");

    /// <summary>A literal of three letters or more with an accent is taken for French.</summary>
    public static IEnumerable<string> FrenchLiterals(SourceFile file) =>
        MayHoldFrench(file.Path) || !Escaped().IsMatch(file.Text) ? [] : file.Root.DescendantTokens()
            .Where(t => IsText(t) && t.ValueText.Any(c => c > 127 && char.IsLetter(c)) && t.ValueText.Count(char.IsLetter) >= 3)
            .Select(t => $"{file.At(t.SpanStart)}: {t.ValueText}");

    /// <summary>A template of a log call, or of its source-generated form, has no place for what a person said or is called.</summary>
    public static IEnumerable<string> LoggedContents(SourceFile file) =>
        from call in file.Text.Contains("Log", StringComparison.Ordinal) ? file.Root.DescendantNodes() : []
        where call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } && LogCall().IsMatch(method.Name.Identifier.ValueText)
            || call is AttributeSyntax attribute && $"{attribute.Name}".EndsWith("LoggerMessage", StringComparison.Ordinal)
        from token in call.DescendantTokens()
        where IsText(token)
        from Match hole in Hole().Matches(token.ValueText)
        where Contents.Contains(hole.Groups[1].Value.ToLowerInvariant())
        select $"{file.At(token.SpanStart)}: {hole.Value}";

    private static bool MayHoldFrench(string path) =>
        path.StartsWith("Coordination.Tests/", StringComparison.Ordinal) || path.StartsWith("ops/Simulator/", StringComparison.Ordinal)
        || path.Split('/').Any(folder => folder is "Resources" or "Templates" or "Development");

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
        or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken;

    // The words are cut so that this file does not break its own rule.
    [GeneratedRegex("\\b(TO" + "DO|FIX" + "ME|NotImplemented" + "Exception)\\b")]
    private static partial Regex UnfinishedWords();

    [GeneratedRegex("^(Log(Trace|Debug|Information|Warning|Error|Critical)?|Verbose|Debug|Information|Warning|Error|Fatal)$")]
    private static partial Regex LogCall();

    // Most files are plain ASCII: they need no parsing.
    [GeneratedRegex("[^\\x00-\\x7F]|\\\\[uUx]")]
    private static partial Regex Escaped();

    [GeneratedRegex("\\{@?\\$?([A-Za-z]+)[^}]*\\}")]
    private static partial Regex Hole();
}
