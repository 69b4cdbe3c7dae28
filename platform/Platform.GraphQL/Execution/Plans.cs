using System.Collections.Concurrent;
using System.Text.Json;

namespace Platform.GraphQL.Execution;

/// <summary>The merged fields of one object type under one selection.</summary>
internal sealed class SelectionPlan(SchemaObject type, FieldPlan[] fields)
{
    public SchemaObject Type { get; } = type;
    public FieldPlan[] Fields { get; } = fields;
}

internal sealed class FieldPlan
{
    private readonly OperationVariant _variant;
    private readonly ConcurrentDictionary<SchemaObject, SelectionPlan> _selections = new();
    private readonly Dictionary<string, object?>? _constantArguments;

    public FieldPlan(OperationVariant variant, SchemaObject parent, SchemaField definition, List<FieldNode> nodes)
    {
        _variant = variant;
        Parent = parent;
        Definition = definition;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        EncodedName = JsonEncodedText.Encode(ResponseName);
        if (!nodes[0].Arguments.Any(a => HasVariable(a.Value)))
            _constantArguments = InputCoercion.Arguments(definition.Arguments, nodes[0].Arguments, null);
    }

    public SchemaObject Parent { get; }
    public SchemaField Definition { get; }
    public List<FieldNode> Nodes { get; }
    public string ResponseName { get; }
    public JsonEncodedText EncodedName { get; }

    public Dictionary<string, object?> Arguments(IReadOnlyDictionary<string, object?> variables) =>
        _constantArguments ?? InputCoercion.Arguments(Definition.Arguments, Nodes[0].Arguments, variables);

    public SelectionPlan Selection(SchemaObject type) =>
        _selections.GetOrAdd(type, static (t, field) => field._variant.Plan(t, field.Nodes.Select(n => n.SelectionSet!)), this);

    public bool Selects(Schema schema, string name) => Definition.Type.Named is var type
        && schema.PossibleTypes(type).Any(t => Selection(t).Fields.Any(f => f.Definition.Name == name));

    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode l => l.Items.Any(HasVariable),
        ObjectValueNode o => o.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}

/// <summary>An operation compiled for one set of answers to its <c>@skip</c> and <c>@include</c> conditions.</summary>
internal sealed class OperationVariant(Schema schema, Dictionary<string, FragmentNode> fragments, Dictionary<string, bool> conditions)
{
    public SelectionPlan Plan(SchemaObject type, IEnumerable<SelectionSetNode> sets)
    {
        var fields = new List<(string Name, List<FieldNode> Nodes)>();
        var byName = new Dictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets) Collect(type, set, fields, byName, visited);
        return new SelectionPlan(type, [.. fields.Select(f => new FieldPlan(this, type, schema.Field(type, f.Nodes[0].Name.Value)!, f.Nodes))]);
    }

    private void Collect(SchemaObject type, SelectionSetNode set, List<(string, List<FieldNode>)> fields,
        Dictionary<string, List<FieldNode>> byName, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (!Included(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!byName.TryGetValue(field.ResponseName, out var nodes))
                    {
                        byName[field.ResponseName] = nodes = [];
                        fields.Add((field.ResponseName, nodes));
                    }
                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline:
                    if (Applies(type, inline.TypeCondition?.Value)) Collect(type, inline.SelectionSet, fields, byName, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = fragments[spread.Name.Value];
                    if (Applies(type, fragment.TypeCondition.Value)) Collect(type, fragment.SelectionSet, fields, byName, visited);
                    break;
            }
        }
    }

    private bool Applies(SchemaObject type, string? condition) =>
        condition is null || (schema.Type(condition) is { } named && schema.IsPossible(named, type));

    private bool Included(SelectionNode selection) =>
        selection.Directives.All(d => d.Name.Value switch { "skip" => !Condition(d), "include" => Condition(d), _ => true });

    private bool Condition(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        BooleanValueNode b => b.Value,
        VariableNode v => conditions[v.Name],
        _ => false,
    };
}
