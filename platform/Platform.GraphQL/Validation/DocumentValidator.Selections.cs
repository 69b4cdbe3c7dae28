namespace Platform.GraphQL.Validation;

internal sealed partial class DocumentValidator
{
    // The parent is null under an unknown field: names below cannot be judged, but directives and fragments still are.
    private void CheckSelections(SelectionSetNode set, NamedSchemaType? parent)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    CheckField(field, parent);
                    break;
                case InlineFragmentNode inline:
                    CheckDirectives(inline.Directives, "INLINE_FRAGMENT");
                    var type = inline.TypeCondition is { } condition ? CompositeType(condition, "Fragment") : parent;
                    if (inline.TypeCondition is not null) CheckSpread(parent, type, "Fragment", inline);
                    CheckSelections(inline.SelectionSet, type);
                    break;
                case FragmentSpreadNode spread:
                    CheckDirectives(spread.Directives, "FRAGMENT_SPREAD");
                    if (!_fragments.TryGetValue(spread.Name.Value, out var fragment))
                        Error($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
                    else if (_schema.Type(fragment.TypeCondition.Value) is { IsComposite: true } target)
                        CheckSpread(parent, target, $"Fragment \"{spread.Name.Value}\"", spread);
                    break;
            }
        }
    }

    private void CheckField(FieldNode node, NamedSchemaType? parent)
    {
        var name = node.Name.Value;
        CheckDirectives(node.Directives, "FIELD");
        var field = parent is null ? null : _schema.Field(parent, name);
        if (parent is not null && field is null) Error($"Cannot query field \"{name}\" on type \"{parent.Name}\".", node);
        if (field is null)
        {
            CheckUniqueArguments(node.Arguments);
            if (node.SelectionSet is not null) CheckSelections(node.SelectionSet, null);
            return;
        }
        if (name is "__schema" or "__type" && !_options.AllowIntrospection)
            Error("GraphQL introspection is not allowed.", [At(node.Start)], "INTROSPECTION_DISABLED");
        var type = field.Type.Named;
        if (type.IsLeaf && node.SelectionSet is not null)
            Error($"Field \"{name}\" must not have a selection since type \"{field.Type}\" has no subfields.", node.SelectionSet);
        else if (!type.IsLeaf && node.SelectionSet is null)
            Error($"Field \"{name}\" of type \"{field.Type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", node);
        CheckArguments(node.Arguments, field.Arguments, node,
            unknown => $"Unknown argument \"{unknown}\" on field \"{parent!.Name}.{name}\".", $"Field \"{name}\"");
        if (node.SelectionSet is not null) CheckSelections(node.SelectionSet, type.IsComposite ? type : null);
    }

    private void CheckSpread(NamedSchemaType? parent, NamedSchemaType? type, string who, Node at)
    {
        if (parent is null || type is null || parent == type) return;
        if (!_schema.PossibleTypes(parent).Any(t => _schema.IsPossible(type, t)))
            Error($"{who} cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{type.Name}\".", at);
    }

    private void CheckDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var node in directives)
        {
            var name = node.Name.Value;
            if (_schema.Directive(name) is not { } directive)
            {
                Error($"Unknown directive \"@{name}\".", node);
                continue;
            }
            if (!directive.Locations.Contains(location)) Error($"Directive \"@{name}\" may not be used on {location}.", node);
            var first = directives.First(d => d.Name.Value == name);
            if (first != node) Error($"The directive \"@{name}\" can only be used once at this location.", first, node);
            CheckArguments(node.Arguments, directive.Arguments, node,
                unknown => $"Unknown argument \"{unknown}\" on directive \"@{name}\".", $"Directive \"@{name}\"");
        }
    }

    private void CheckUniqueArguments(IReadOnlyList<ArgumentNode> nodes)
    {
        foreach (var group in nodes.GroupBy(a => a.Name.Value).Where(g => g.Count() > 1))
            Error($"There can be only one argument named \"{group.Key}\".", [.. group.Select(a => At(a.Name.Start))]);
    }

    private void CheckArguments(IReadOnlyList<ArgumentNode> nodes, IReadOnlyList<SchemaInput> definitions, Node at,
        Func<string, string> unknown, string who)
    {
        CheckUniqueArguments(nodes);
        foreach (var node in nodes)
        {
            if (definitions.FirstOrDefault(d => d.Name == node.Name.Value) is { } definition) CheckValue(node.Value, definition.Type);
            else Error(unknown(node.Name.Value), node);
        }
        foreach (var definition in definitions)
            if (definition.IsRequired && !nodes.Any(n => n.Name.Value == definition.Name))
                Error($"{who} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, but it was not provided.", at);
    }
}
