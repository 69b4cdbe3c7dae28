namespace Platform.GraphQL.Execution;

/// <summary>Literals to coerced values, by the specification's input coercion.</summary>
internal static class InputCoercion
{
    /// <summary>Marks an absent value, which is not null.</summary>
    public static readonly object Absent = new();

    /// <exception cref="ScalarException">The value does not fit the type.</exception>
    public static object? Literal(ValueNode value, SchemaType type, IReadOnlyDictionary<string, object?>? variables)
    {
        if (value is VariableNode variable)
        {
            if (variables is null || !variables.TryGetValue(variable.Name, out var given)) return Absent;
            if (given is null && type.IsNonNull) throw new ScalarException($"Expected non-nullable type \"{type}\" not to be null.");
            return given;
        }
        if (value is NullValueNode)
            return type.IsNonNull ? throw new ScalarException($"Expected value of type \"{type}\", found null.") : null;
        return type.Nullable switch
        {
            SchemaList list => value is ListValueNode items ? items.Items.Select(i => Item(i, list.Item, variables)).ToArray()
                : new[] { Item(value, list.Item, variables) },
            SchemaInputObject input => Object(value, input, variables),
            SchemaEnum e => (value is EnumValueNode name ? e.Value(name.Name)?.Value : null)
                ?? throw new ScalarException($"This value does not exist in \"{e.Name}\" enum."),
            SchemaScalar scalar => scalar.ParseLiteral(value),
            _ => throw new ScalarException($"\"{type}\" is not an input type."),
        };
    }

    /// <summary>The arguments of one field or directive; absent ones without default are left out.</summary>
    /// <exception cref="ScalarException">A value does not fit, or a required one is absent.</exception>
    public static Dictionary<string, object?> Arguments(IReadOnlyList<SchemaInput> definitions, IReadOnlyList<ArgumentNode> nodes,
        IReadOnlyDictionary<string, object?>? variables)
    {
        var values = new Dictionary<string, object?>(definitions.Count);
        foreach (var definition in definitions)
        {
            var node = nodes.FirstOrDefault(n => n.Name.Value == definition.Name);
            if (definition.Type.IsNonNull && node?.Value is VariableNode variable && variables is not null
                && variables.TryGetValue(variable.Name, out var given) && given is null)
                throw new ScalarException($"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.");
            var value = node is null ? Absent : Literal(node.Value, definition.Type, variables);
            if (ReferenceEquals(value, Absent))
            {
                if (definition.Default is not null) values[definition.Name] = Literal(definition.Default, definition.Type, null);
                else if (definition.Type.IsNonNull)
                    throw new ScalarException($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
            }
            else values[definition.Name] = value;
        }
        return values;
    }

    private static object? Item(ValueNode value, SchemaType type, IReadOnlyDictionary<string, object?>? variables)
    {
        var item = Literal(value, type, variables);
        if (!ReferenceEquals(item, Absent)) return item;
        return type.IsNonNull ? throw new ScalarException($"Expected non-nullable type \"{type}\" not to be null.") : null;
    }

    private static object Object(ValueNode value, SchemaInputObject type, IReadOnlyDictionary<string, object?>? variables)
    {
        if (value is not ObjectValueNode node) throw new ScalarException($"Expected value of type \"{type}\".");
        foreach (var field in node.Fields)
            if (type.Field(field.Name.Value) is null) throw new ScalarException($"Field \"{field.Name.Value}\" is not defined by type \"{type}\".");
        return Finish(type, field => node.Fields.FirstOrDefault(f => f.Name.Value == field.Name) is { } given
            ? Literal(given.Value, field.Type, variables) : Absent);
    }

    /// <summary>Reads every declared field, applies defaults and makes the bound value.</summary>
    /// <exception cref="ScalarException">A required field is absent, or a <c>@oneOf</c> rule is broken.</exception>
    public static object Finish(SchemaInputObject type, Func<SchemaInput, object?> read)
    {
        var values = new Dictionary<string, object?>(type.Fields.Count);
        foreach (var field in type.Fields)
        {
            var value = read(field);
            if (!ReferenceEquals(value, Absent)) values[field.Name] = value;
            else if (field.Default is not null) values[field.Name] = Literal(field.Default, field.Type, null);
            else if (field.Type.IsNonNull)
                throw new ScalarException($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        }
        if (type.OneOf)
        {
            if (values.Count != 1) throw new ScalarException($"Exactly one key must be specified for OneOf type \"{type}\".");
            if (values.First() is { Value: null } only) throw new ScalarException($"Field \"{only.Key}\" must be non-null.");
        }
        return type.Bind is { } bind ? bind(values) : values;
    }
}
