namespace Platform.GraphQL.Language;

internal abstract class Node(int start)
{
    /// <summary>Offset of the node's first character, in UTF-16 units of the source.</summary>
    public int Start { get; } = start;
}

internal enum OperationKind { Query, Mutation, Subscription }

internal sealed class DocumentNode(string source, IReadOnlyList<Node> definitions) : Node(0)
{
    private List<int>? _lines;
    public string Source { get; } = source;
    public IReadOnlyList<Node> Definitions { get; } = definitions;
    public IEnumerable<OperationNode> Operations => Definitions.OfType<OperationNode>();
    public IEnumerable<FragmentNode> Fragments => Definitions.OfType<FragmentNode>();
    public GraphQLLocation Locate(Node node) => Locate(node.Start);

    // Errors have many places, and a document many lines: found by its line's start, not by reading from the beginning.
    public GraphQLLocation Locate(int offset)
    {
        _lines ??= GraphQLLocation.LineStarts(Source);
        var at = _lines.BinarySearch(offset);
        var line = at >= 0 ? at : ~at - 1;
        return new GraphQLLocation(line + 1, offset - _lines[line] + 1);
    }
}

internal sealed class NameNode(int start, string value) : Node(start)
{
    public string Value { get; } = value;
}

internal sealed class OperationNode(int start, OperationKind kind, NameNode? name, IReadOnlyList<VariableDefinitionNode> variables,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet) : Node(start)
{
    public OperationKind Kind { get; } = kind;
    public NameNode? Name { get; } = name;
    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
    public string Keyword => Kind switch { OperationKind.Query => "query", OperationKind.Mutation => "mutation", _ => "subscription" };
}

internal sealed class FragmentNode(int start, NameNode name, NameNode typeCondition, IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : Node(start)
{
    public NameNode Name { get; } = name;
    public NameNode TypeCondition { get; } = typeCondition;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A type system definition found in a request: kept only so that validation can refuse it by name.</summary>
internal sealed class TypeSystemNode(int start, string name) : Node(start)
{
    public string Name { get; } = name;
}

internal sealed class VariableDefinitionNode(int start, VariableNode variable, TypeNode type, ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : Node(start)
{
    public VariableNode Variable { get; } = variable;
    public TypeNode Type { get; } = type;
    public ValueNode? DefaultValue { get; } = defaultValue;
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class DirectiveNode(int start, NameNode name, IReadOnlyList<ArgumentNode> arguments) : Node(start)
{
    public NameNode Name { get; } = name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}

internal sealed class ArgumentNode(int start, NameNode name, ValueNode value) : Node(start)
{
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}

internal sealed class SelectionSetNode(int start, IReadOnlyList<SelectionNode> selections) : Node(start)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

internal abstract class SelectionNode(int start, IReadOnlyList<DirectiveNode> directives) : Node(start)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

internal sealed class FieldNode(int start, NameNode? alias, NameNode name, IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives, SelectionSetNode? selectionSet) : SelectionNode(start, directives)
{
    public NameNode? Alias { get; } = alias;
    public NameNode Name { get; } = name;
    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
    public SelectionSetNode? SelectionSet { get; } = selectionSet;
    public string ResponseName => (Alias ?? Name).Value;
}

internal sealed class FragmentSpreadNode(int start, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SelectionNode(start, directives)
{
    public NameNode Name { get; } = name;
}

internal sealed class InlineFragmentNode(int start, NameNode? typeCondition, IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet) : SelectionNode(start, directives)
{
    public NameNode? TypeCondition { get; } = typeCondition;
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
