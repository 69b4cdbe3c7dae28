using System.Collections.Concurrent;

namespace Platform.GraphQL.Execution;

/// <summary>One operation of a valid document, compiled on first use and shared by all its requests.</summary>
internal sealed class CompiledOperation
{
    private const int MaxVariants = 32;
    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentNode> _fragments;
    private readonly string[] _conditions;
    private readonly ConcurrentDictionary<string, SelectionPlan> _variants = new();

    public CompiledOperation(Schema schema, DocumentNode document, OperationNode operation)
    {
        _schema = schema;
        Document = document;
        Operation = operation;
        RootType = schema.Root(operation.Kind)!;
        _fragments = document.Fragments.ToDictionary(f => f.Name.Value);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        FindConditions(operation.SelectionSet, names);
        foreach (var fragment in _fragments.Values) FindConditions(fragment.SelectionSet, names);
        _conditions = [.. names.Where(n => operation.Variables.Any(v => v.Variable.Name == n))];
    }

    public DocumentNode Document { get; }
    public OperationNode Operation { get; }
    public SchemaObject RootType { get; }

    public SelectionPlan Plan(IReadOnlyDictionary<string, object?> variables)
    {
        var key = string.Create(_conditions.Length, (_conditions, variables), static (chars, state) =>
        {
            for (var i = 0; i < chars.Length; i++)
                chars[i] = state.variables.GetValueOrDefault(state._conditions[i]) is true ? '1' : '0';
        });
        if (_variants.TryGetValue(key, out var plan)) return plan;
        var answers = _conditions.ToDictionary(c => c, c => variables.GetValueOrDefault(c) is true);
        plan = new OperationVariant(_schema, _fragments, answers).Plan(RootType, [Operation.SelectionSet]);
        if (_variants.Count < MaxVariants) _variants.TryAdd(key, plan);
        return plan;
    }

    /// <summary>A condition that is neither true nor false: a variable with a default may still be given as null.</summary>
    public GraphQLError? CheckConditions(IReadOnlyDictionary<string, object?> variables) =>
        _conditions.All(c => variables.GetValueOrDefault(c) is bool) ? null
            : new GraphQLError("Argument \"if\" of non-null type \"Boolean!\" must not be null.") { Code = "BAD_USER_INPUT", Locations = [Document.Locate(Operation)] };

    private static void FindConditions(SelectionSetNode set, SortedSet<string> names)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
                if (directive.Name.Value is "skip" or "include" && directive.Arguments is [{ Value: VariableNode variable }])
                    names.Add(variable.Name);
            if (((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet) is { } inner)
                FindConditions(inner, names);
        }
    }
}
