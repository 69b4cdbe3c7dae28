namespace Platform.GraphQL.Validation;

internal sealed partial class DocumentValidator
{
    private void CheckValue(ValueNode value, SchemaType type, SchemaType? written = null)
    {
        switch (value)
        {
            case VariableNode:
                return;
            case NullValueNode when type.IsNonNull:
                Error($"Expected value of type \"{type}\", found null.", value);
                return;
            case NullValueNode:
                return;
        }
        switch (type.Nullable)
        {
            case SchemaList list when value is ListValueNode items:
                foreach (var item in items.Items) CheckValue(item, list.Item);
                break;
            case SchemaList list:
                CheckValue(value, list.Item, written ?? type);
                break;
            case SchemaInputObject input when value is ObjectValueNode node:
                CheckObject(node, input);
                break;
            case SchemaInputObject:
                Error($"Expected value of type \"{written ?? type}\"{Shown(", found ", value)}.", value);
                break;
            case SchemaEnum e when value is not EnumValueNode:
                Error($"Enum \"{e.Name}\" cannot represent non-enum value{Shown(": ", value)}.", value);
                break;
            case SchemaEnum e:
                if (e.Value(((EnumValueNode)value).Name) is null)
                    Error($"{(_options.ShowInputValues ? $"Value \"{ValuePrinter.Print(value)}\"" : "This value")} does not exist in \"{e.Name}\" enum.", value);
                break;
            case SchemaScalar scalar:
                try
                {
                    _ = scalar.ParseLiteral(value);
                }
                catch (ScalarException e)
                {
                    Error(e.Text(_options.ShowInputValues), value);
                }
                break;
        }
    }

    private string Shown(string before, ValueNode value) => _options.ShowInputValues ? before + ValuePrinter.Print(value) : "";

    private void CheckObject(ObjectValueNode node, SchemaInputObject type)
    {
        foreach (var group in node.Fields.GroupBy(f => f.Name.Value).Where(g => g.Count() > 1))
            foreach (var again in group.Skip(1))
                Error($"There can be only one input field named \"{group.Key}\".", group.First().Name, again.Name);
        foreach (var field in type.Fields)
            if (field.IsRequired && !node.Fields.Any(f => f.Name.Value == field.Name))
                Error($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", node);
        if (type.OneOf)
        {
            if (node.Fields.Count != 1) Error($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", node);
            else if (node.Fields[0].Value is NullValueNode)
                Error($"Field \"{type.Name}.{node.Fields[0].Name.Value}\" must be non-null.", node);
        }
        foreach (var field in node.Fields)
        {
            if (type.Field(field.Name.Value) is { } definition) CheckValue(field.Value, definition.Type);
            else Error($"Field \"{field.Name.Value}\" is not defined by type \"{type.Name}\".", field);
        }
    }
}
