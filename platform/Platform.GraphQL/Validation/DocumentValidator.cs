namespace Platform.GraphQL.Validation;

/// <summary>The validation rules of the specification over one document, with the messages and locations of graphql-js 16, and our limits.</summary>
internal sealed partial class DocumentValidator
{
    private const string ErrorCode = "VALIDATION_ERROR";
    private readonly Schema _schema;
    private readonly DocumentNode _document;
    private readonly RequestExecutorOptions _options;
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<string, FragmentNode> _fragments = [];
    private readonly HashSet<string> _usedFragments = [];

    private DocumentValidator(Schema schema, DocumentNode document, RequestExecutorOptions options)
    {
        (_schema, _document, _options) = (schema, document, options);
        foreach (var fragment in document.Fragments) _fragments.TryAdd(fragment.Name.Value, fragment);
    }

    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, RequestExecutorOptions options)
    {
        var validator = new DocumentValidator(schema, document, options);
        try
        {
            validator.Run();
        }
        catch (TooManyErrorsException)
        {
            validator._errors.Add(new GraphQLError("Too many validation errors, error limit reached. Validation aborted.") { Code = ErrorCode });
        }
        return validator._errors;
    }

    private void Run()
    {
        foreach (var definition in _document.Definitions.OfType<TypeSystemNode>())
            Error($"The {definition.Name} definition is not executable.", definition);
        Unique(_document.Operations.Where(o => o.Name is not null).Select(o => o.Name!), "operation");
        Unique(_document.Fragments.Select(f => f.Name), "fragment");
        if (_document.Operations.Count() > 1)
            foreach (var anonymous in _document.Operations.Where(o => o.Name is null))
                Error("This anonymous operation must be the only defined operation.", anonymous);
        foreach (var definition in _document.Definitions)
        {
            if (definition is OperationNode operation) CheckOperation(operation);
            else if (definition is FragmentNode fragment) CheckFragment(fragment);
        }
        CheckIntrospectionDepth();
        CheckFragmentCycles();
        CheckUsedFragments();
        foreach (var operation in _document.Operations) CheckVariableUse(operation);
        if (_errors.Count > 0) return;
        // What follows expands fragments: only for documents without cycles and unknown names.
        foreach (var operation in _document.Operations) CheckLimits(operation);
        if (_errors.Count > 0) return;
        foreach (var operation in _document.Operations.Where(o => o.Kind == OperationKind.Subscription)) CheckSingleRoot(operation);
        if (_errors.Count == 0) CheckOverlaps();
    }

    private void CheckOperation(OperationNode operation)
    {
        CheckDirectives(operation.Directives, operation.Keyword.ToUpperInvariant());
        var names = new HashSet<string>();
        foreach (var group in operation.Variables.GroupBy(v => v.Variable.Name).Where(g => g.Count() > 1))
            Error($"There can be only one variable named \"${group.Key}\".", [.. group.Select(v => At(v.Variable.Start + 1))]);
        foreach (var variable in operation.Variables)
        {
            CheckDirectives(variable.Directives, "VARIABLE_DEFINITION");
            var named = NameOf(variable.Type);
            if (_schema.Type(named.Name) is not { } type) Error($"Unknown type \"{named.Name}\".", named);
            else if (!type.IsInput) Error($"Variable \"${variable.Variable.Name}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
            else if (variable.DefaultValue is not null) CheckValue(variable.DefaultValue, _schema.FromAst(variable.Type)!);
            names.Add(variable.Variable.Name);
        }
        if (_schema.Root(operation.Kind) is { } root) CheckSelections(operation.SelectionSet, root);
        else Error($"Schema is not configured to execute {operation.Keyword} operation.", operation);
    }

    private void CheckFragment(FragmentNode fragment)
    {
        CheckDirectives(fragment.Directives, "FRAGMENT_DEFINITION");
        var type = CompositeType(fragment.TypeCondition, $"Fragment \"{fragment.Name.Value}\"");
        CheckSelections(fragment.SelectionSet, type);
    }

    private NamedSchemaType? CompositeType(NameNode condition, string who)
    {
        if (_schema.Type(condition.Value) is not { } type)
        {
            Error($"Unknown type \"{condition.Value}\".", condition);
            return null;
        }
        if (type.IsComposite) return type;
        Error($"{who} cannot condition on non composite type \"{type.Name}\".", condition);
        return null;
    }

    // The lists of a type's description lead back to types: three of them inside one another multiply the schema by itself.
    private void CheckIntrospectionDepth()
    {
        foreach (var field in _document.Definitions.SelectMany(d => d switch
        {
            OperationNode operation => Fields(operation.SelectionSet),
            FragmentNode fragment => Fields(fragment.SelectionSet),
            _ => [],
        }).Where(f => f.Name.Value is "__schema" or "__type" && f.SelectionSet is not null))
            if (ExceedsIntrospectionDepth(field.SelectionSet!, 0, [])) Error("Maximum introspection depth exceeded", field);
    }

    private void CheckSingleRoot(OperationNode operation)
    {
        var who = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var fields = Collect([operation.SelectionSet], _schema.Root(OperationKind.Subscription)!);
        var groups = fields.GroupBy(f => f.Node.ResponseName).ToList();
        if (groups.Count > 1)
            Error($"{who} must select only one top level field.", [.. groups.Skip(1).SelectMany(g => g).Select(f => At(f.Node.Start))]);
        foreach (var group in groups.Where(g => g.First().Node.Name.Value.StartsWith("__", StringComparison.Ordinal)))
            Error($"{who} must not select an introspection top level field.", [.. group.Select(f => At(f.Node.Start))]);
        foreach (var field in fields.Where(f => f.Node.Directives.Any(d => d.Name.Value is "skip" or "include")))
            Error($"{who} must not use `@skip` or `@include` directives in the top level selection.", field.Node);
    }

    private void Unique(IEnumerable<NameNode> names, string what)
    {
        foreach (var group in names.GroupBy(n => n.Value).Where(g => g.Count() > 1))
            foreach (var again in group.Skip(1))
                Error($"There can be only one {what} named \"{group.Key}\".", group.First(), again);
    }

    private static NamedTypeNode NameOf(TypeNode type) => type switch
    {
        NonNullTypeNode n => NameOf(n.Inner),
        ListTypeNode l => NameOf(l.Item),
        _ => (NamedTypeNode)type,
    };

    private GraphQLLocation At(int offset) => _document.Locate(offset);

    private void Error(string message, params Node[] nodes) => Error(message, [.. nodes.Select(_document.Locate)]);

    private void Error(string message, GraphQLLocation[] locations, string code = ErrorCode)
    {
        if (_errors.Count >= _options.MaxValidationErrors) throw new TooManyErrorsException();
        _errors.Add(new GraphQLError(message) { Locations = locations, Code = code });
    }

    // A document that is wrong everywhere is not read to its end.
    private sealed class TooManyErrorsException : Exception;
}
