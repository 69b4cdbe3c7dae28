namespace Platform.GraphQL.Language;

/// <summary>The document breaks the grammar, or one of the parser's limits.</summary>
internal sealed class SyntaxException(string source, int offset, string detail) : Exception($"Syntax Error: {detail}")
{
    public GraphQLLocation Location { get; } = GraphQLLocation.Of(source, offset);
}
