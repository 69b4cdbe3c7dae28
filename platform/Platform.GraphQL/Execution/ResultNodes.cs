using System.Text.Json;

namespace Platform.GraphQL.Execution;

/// <summary>An object or list of the response while it fills. Position in the parent gives its path and its null propagation.</summary>
internal abstract class ResultNode(ResultNode? parent, int index, bool nonNull, int size)
{
    public ResultNode? Parent { get; } = parent;
    public int Index { get; } = index;

    /// <summary>Whether the slot that holds this node forbids null.</summary>
    public bool NonNull { get; } = nonNull;
    public object?[] Values { get; } = new object?[size];

    /// <summary>A non-null slot inside turned null: the node itself is null.</summary>
    public bool Invalid { get; set; }

    /// <summary>Whether this node or one above was nulled: nothing under it is written any more.</summary>
    public bool IsDead
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
                if (node.Invalid) return true;
            return false;
        }
    }

    protected abstract object Key(int index);

    public IReadOnlyList<object> PathTo(int index)
    {
        var path = new List<object> { Key(index) };
        for (var node = this; node.Parent is { } up; node = up) path.Add(up.Key(node.Index));
        path.Reverse();
        return path;
    }

    /// <summary>Puts null into a slot; a slot that forbids it makes its holder null, and so on upwards.</summary>
    public void SetNull(int index, bool nonNull)
    {
        Values[index] = null;
        if (!nonNull) return;
        Invalid = true;
        Parent?.SetNull(Index, NonNull);
    }

    public abstract void Write(Utf8JsonWriter writer);

    protected static void WriteValue(Utf8JsonWriter writer, object? value, NamedSchemaType type)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case ResultNode node: node.Write(writer); break;
            case var leaf when type is SchemaScalar scalar: scalar.Write(writer, leaf); break;
            default: writer.WriteStringValue((string)value); break;
        }
    }
}

internal sealed class ResultObject(SelectionPlan plan, ResultNode? parent, int index, bool nonNull)
    : ResultNode(parent, index, nonNull, plan.Fields.Length)
{
    public SelectionPlan Plan { get; } = plan;

    protected override object Key(int index) => Plan.Fields[index].ResponseName;

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        for (var i = 0; i < Values.Length; i++)
        {
            writer.WritePropertyName(Plan.Fields[i].EncodedName);
            WriteValue(writer, Values[i], Plan.Fields[i].Definition.Type.Named);
        }
        writer.WriteEndObject();
    }
}

internal sealed class ResultList(NamedSchemaType type, ResultNode parent, int index, bool nonNull, int size)
    : ResultNode(parent, index, nonNull, size)
{
    protected override object Key(int index) => index;

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var value in Values) WriteValue(writer, value, type);
        writer.WriteEndArray();
    }
}
