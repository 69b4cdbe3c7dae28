namespace Platform.GraphQL.Language;

internal abstract class TypeNode(int start) : Node(start);

internal sealed class NamedTypeNode(int start, string name) : TypeNode(start)
{
    public string Name { get; } = name;
    public override string ToString() => Name;
}

internal sealed class ListTypeNode(int start, TypeNode item) : TypeNode(start)
{
    public TypeNode Item { get; } = item;
    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullTypeNode(int start, TypeNode inner) : TypeNode(start)
{
    public TypeNode Inner { get; } = inner;
    public override string ToString() => $"{Inner}!";
}

internal abstract class ValueNode(int start) : Node(start);

internal sealed class VariableNode(int start, string name) : ValueNode(start)
{
    public string Name { get; } = name;
}

internal sealed class NullValueNode(int start) : ValueNode(start);

internal sealed class IntValueNode(int start, string text) : ValueNode(start)
{
    public string Text { get; } = text;
}

internal sealed class FloatValueNode(int start, string text) : ValueNode(start)
{
    public string Text { get; } = text;
}

internal sealed class StringValueNode(int start, string value, bool block) : ValueNode(start)
{
    public string Value { get; } = value;
    public bool Block { get; } = block;
}

internal sealed class BooleanValueNode(int start, bool value) : ValueNode(start)
{
    public bool Value { get; } = value;
}

internal sealed class EnumValueNode(int start, string name) : ValueNode(start)
{
    public string Name { get; } = name;
}

internal sealed class ListValueNode(int start, IReadOnlyList<ValueNode> items) : ValueNode(start)
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

internal sealed class ObjectValueNode(int start, IReadOnlyList<ObjectFieldNode> fields) : ValueNode(start)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

internal sealed class ObjectFieldNode(int start, NameNode name, ValueNode value) : Node(start)
{
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}
