namespace Platform.GraphQL.Validation;

internal sealed partial class DocumentValidator
{
    private readonly record struct VariableUse(VariableNode Node, SchemaType? Type, bool HasDefault, SchemaInputObject? OneOf);

    private void CheckVariableUse(OperationNode operation)
    {
        var uses = new List<VariableUse>();
        var visited = new HashSet<string>();
        FindUses(operation.Directives, uses);
        FindUses(operation.SelectionSet, _schema.Root(operation.Kind), uses, visited);
        var where = operation.Name is { } name ? $" operation \"{name.Value}\"" : null;
        foreach (var use in uses)
        {
            var definition = operation.Variables.FirstOrDefault(v => v.Variable.Name == use.Node.Name);
            if (definition is null)
                Error($"Variable \"${use.Node.Name}\" is not defined{(where is null ? "" : $" by{where}")}.", use.Node, operation);
            else if (use.Type is { } expected && _schema.FromAst(definition.Type) is { } type)
            {
                if (!Allowed(type, definition.DefaultValue, expected, use.HasDefault))
                    Error($"Variable \"${use.Node.Name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, use.Node);
                else if (use.OneOf is { } oneOf && !type.IsNonNull)
                    Error($"Variable \"${use.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf.Name}\".",
                        definition, use.Node);
            }
        }
        foreach (var variable in operation.Variables.Where(v => !uses.Exists(u => u.Node.Name == v.Variable.Name)))
            Error($"Variable \"${variable.Variable.Name}\" is never used{(where is null ? "" : $" in{where}")}.", variable);
    }

    private bool Allowed(SchemaType type, ValueNode? variableDefault, SchemaType expected, bool hasDefault)
    {
        if (expected is SchemaNonNull strict && !type.IsNonNull)
            return (variableDefault is not (null or NullValueNode) || hasDefault) && _schema.IsSubtype(type, strict.Inner);
        return _schema.IsSubtype(type, expected);
    }

    private void FindUses(SelectionSetNode set, NamedSchemaType? parent, List<VariableUse> uses, HashSet<string> visited)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            FindUses(selection.Directives, uses);
            switch (selection)
            {
                case FieldNode node:
                    var field = parent is null ? null : _schema.Field(parent, node.Name.Value);
                    foreach (var argument in node.Arguments) FindUses(argument.Value, field?.Argument(argument.Name.Value), uses);
                    if (node.SelectionSet is not null) FindUses(node.SelectionSet, field?.Type.Named, uses, visited);
                    break;
                case InlineFragmentNode inline:
                    FindUses(inline.SelectionSet, inline.TypeCondition is { } c ? _schema.Type(c.Value) : parent, uses, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    if (!_fragments.TryGetValue(spread.Name.Value, out var fragment)) break;
                    FindUses(fragment.Directives, uses);
                    FindUses(fragment.SelectionSet, _schema.Type(fragment.TypeCondition.Value), uses, visited);
                    break;
            }
        }
    }

    private void FindUses(IReadOnlyList<DirectiveNode> directives, List<VariableUse> uses)
    {
        foreach (var directive in directives)
            foreach (var argument in directive.Arguments)
                FindUses(argument.Value, _schema.Directive(directive.Name.Value)?.Argument(argument.Name.Value), uses);
    }

    private static void FindUses(ValueNode value, SchemaInput? at, List<VariableUse> uses) =>
        FindUses(value, at?.Type, at?.Default is not null, null, uses);

    private static void FindUses(ValueNode value, SchemaType? type, bool hasDefault, SchemaInputObject? oneOf, List<VariableUse> uses)
    {
        switch (value)
        {
            case VariableNode variable:
                uses.Add(new VariableUse(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                foreach (var item in list.Items) FindUses(item, (type?.Nullable as SchemaList)?.Item, false, null, uses);
                break;
            case ObjectValueNode node:
                var input = type?.Named as SchemaInputObject;
                foreach (var field in node.Fields)
                {
                    var definition = input?.Field(field.Name.Value);
                    FindUses(field.Value, definition?.Type, definition?.Default is not null, input is { OneOf: true } ? input : null, uses);
                }
                break;
        }
    }
}
