namespace Platform.GraphQL;

/// <summary>Bounds that the parser enforces before it builds anything large.</summary>
public sealed record ParserOptions
{
    /// <summary>Deepest nesting of selection sets, lists, input objects and list types.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Most tokens of one document.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>Most field selections of one document.</summary>
    public int MaxFields { get; init; } = 2_048;

    /// <summary>Longest name, in characters. Messages repeat names: this bounds them.</summary>
    public int MaxNameLength { get; init; } = 256;

    /// <summary>Most directives at one place.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 4;
}
