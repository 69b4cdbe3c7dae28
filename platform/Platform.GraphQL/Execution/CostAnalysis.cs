namespace Platform.GraphQL.Execution;

/// <summary>Price of an operation with the variables it came with; runs after validation only, so fragments have no cycles.</summary>
internal sealed class CostAnalysis(Schema schema, CompiledOperation operation, IReadOnlyDictionary<string, object?> variables,
    RequestExecutorOptions options)
{
    private readonly Dictionary<string, double> _fragments = [];

    public static GraphQLError? Check(Schema schema, CompiledOperation operation, IReadOnlyDictionary<string, object?> variables,
        RequestExecutorOptions options)
    {
        var cost = new CostAnalysis(schema, operation, variables, options).Of(operation.Operation.SelectionSet, operation.RootType);
        return cost <= options.MaxCost ? null : new GraphQLError($"The operation costs more than {options.MaxCost}: ask for fewer rows or fields.")
        {
            Code = "COST_LIMIT", Locations = [operation.Document.Locate(operation.Operation)],
        };
    }

    private double Of(SelectionSetNode set, NamedSchemaType type) => set.Selections.Sum(selection => selection switch
    {
        FieldNode field => Of(field, type),
        InlineFragmentNode inline => Of(inline.SelectionSet, inline.TypeCondition is { } c ? schema.Type(c.Value)! : type),
        FragmentSpreadNode spread => OfFragment(spread.Name.Value),
        _ => 0,
    });

    private double OfFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known;
        var fragment = operation.Document.Fragments.First(f => f.Name.Value == name);
        return _fragments[name] = Of(fragment.SelectionSet, schema.Type(fragment.TypeCondition.Value)!);
    }

    private double Of(FieldNode node, NamedSchemaType parent)
    {
        // The schema's own description is bounded by the schema and by depth, not by rows.
        if (node.SelectionSet is null || node.Name.Value.StartsWith("__", StringComparison.Ordinal)) return 0;
        var field = schema.Field(parent, node.Name.Value)!;
        return 1 + Rows(field, node) * Of(node.SelectionSet, field.Type.Named);
    }

    private double Rows(SchemaField field, FieldNode node)
    {
        if (field.Argument("first") is not { } first) return 1;
        var given = node.Arguments.FirstOrDefault(a => a.Name.Value == "first")?.Value;
        var value = given switch
        {
            IntValueNode literal => InputCoercion.Literal(literal, first.Type, null),
            VariableNode variable => variables.GetValueOrDefault(variable.Name),
            _ => null,
        };
        return value is int rows ? Math.Max(rows, 1) : options.DefaultPageSize;
    }
}
