namespace Platform.GraphQL.TypeSystem;

/// <summary>From recorded definitions to a checked schema.</summary>
internal sealed partial class SchemaAssembler(List<TypeDefinition> definitions, List<TypeDefinition> extensions,
    Dictionary<OperationKind, string> roots, Func<IResolverContext, string, ValueTask<bool>>? authorize)
{
    private readonly Dictionary<string, NamedSchemaType> _types = new()
    {
        ["Int"] = BuiltIn.Int, ["Float"] = BuiltIn.Float, ["String"] = BuiltIn.String, ["Boolean"] = BuiltIn.Boolean, ["ID"] = BuiltIn.Id,
    };
    private readonly Dictionary<(Type, bool), string> _clrNames = new()
    {
        [(typeof(int), true)] = "Int", [(typeof(int), false)] = "Int",
        [(typeof(double), true)] = "Float", [(typeof(double), false)] = "Float",
        [(typeof(string), true)] = "String", [(typeof(string), false)] = "String",
        [(typeof(bool), true)] = "Boolean", [(typeof(bool), false)] = "Boolean",
    };
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _referenced = [];

    public Schema Assemble(Dictionary<Type, Func<DataLoaderContext, object>> loaders)
    {
        MergeExtensions();
        foreach (var definition in definitions) Declare(definition);
        foreach (var definition in definitions) Complete(definition);
        foreach (var kind in new[] { OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription })
            if (roots.TryGetValue(kind, out var root)) _referenced.Add(root);
        if (!roots.ContainsKey(OperationKind.Query)) _problems.Add("Query root type must be provided.");
        foreach (var type in _types.Values) Check(type);
        if (_problems.Count > 0) throw new SchemaException(string.Join('\n', _problems));
        foreach (var scalar in Scalars.All)
            if (!_referenced.Contains(scalar.Name)) _types.Remove(scalar.Name);
        foreach (var name in new[] { "Int", "Float", "ID" })
            if (!_referenced.Contains(name)) _types.Remove(name);
        return new Schema(_types, roots.ToDictionary(r => r.Key, r => (SchemaObject)_types[r.Value]), loaders);
    }

    private void MergeExtensions()
    {
        foreach (var extension in extensions)
        {
            var target = definitions.Find(d => d.Name == extension.Name);
            if (target is null)
            {
                _problems.Add($"Cannot extend type \"{extension.Name}\": it is not registered.");
                continue;
            }
            foreach (var field in extension.Fields)
                field.Policies.InsertRange(0, extension.Policies);
            target.Fields.AddRange(extension.Fields);
            target.Interfaces.AddRange(extension.Interfaces);
        }
    }

    private void Declare(TypeDefinition d)
    {
        NamedSchemaType type = d.Kind switch
        {
            DefinitionKind.Object => new SchemaObject(d.Name, d.Description, d.ClrType),
            DefinitionKind.Interface => new SchemaInterface(d.Name, d.Description),
            DefinitionKind.Union => new SchemaUnion(d.Name, d.Description),
            DefinitionKind.Enum => new SchemaEnum(d.Name, d.Description, d.Values),
            DefinitionKind.Input => new SchemaInputObject(d.Name, d.Description, d.OneOf),
            _ => new TextScalar(d.Scalar!),
        };
        if (!_types.TryAdd(d.Name, type)) _problems.Add($"There can be only one type named \"{d.Name}\".");
        if (d.ClrType is null) return;
        if (d.Kind is DefinitionKind.Input or DefinitionKind.Enum or DefinitionKind.Scalar) _clrNames.TryAdd((d.ClrType, true), d.Name);
        if (d.Kind is not DefinitionKind.Input && !_clrNames.TryAdd((d.ClrType, false), d.Name))
            _problems.Add($"The CLR type {d.ClrType.Name} is bound to both \"{_clrNames[(d.ClrType, false)]}\" and \"{d.Name}\".");
    }

    private void Complete(TypeDefinition d)
    {
        switch (_types[d.Name])
        {
            case FieldsType type when d.Kind is DefinitionKind.Object or DefinitionKind.Interface:
                foreach (var name in d.Interfaces.Distinct())
                    if (Find(name, d.Name) is SchemaInterface contract) type.Interfaces.Add(contract);
                    else _problems.Add($"Type {d.Name} must only implement Interface types, it cannot implement {name}.");
                foreach (var field in d.Fields) CompleteField(d, type, field);
                break;
            case SchemaUnion union:
                foreach (var member in d.MemberTypes)
                    if (_clrNames.TryGetValue((member, false), out var name) && Find(name, d.Name) is SchemaObject o) union.Members.Add(o);
                    else _problems.Add($"Union type {d.Name} can only include Object types: {member.Name} is bound to none.");
                break;
            case SchemaInputObject input:
                foreach (var field in d.Inputs)
                    if (Input($"{d.Name}.{field.Name}", field) is { } i) input.Fields.Add(i);
                if (d.Constructor is not null) input.Bind = InputConversion.Binder(d.Constructor);
                break;
        }
    }

    private void CompleteField(TypeDefinition d, FieldsType type, FieldDefinition f)
    {
        var at = $"{d.Name}.{f.Name}";
        if (type.Fields.Exists(existing => existing.Name == f.Name))
        {
            _problems.Add($"Field {at} can only be defined once.");
            return;
        }
        if (Resolve(at, f.Type) is not { } fieldType) return;
        var arguments = f.Arguments.Select(a => Input($"{at}({a.Name}:)", a)).OfType<SchemaInput>().ToList();
        var policies = d.Policies.Concat(f.Policies).ToList();
        var resolver = Compose(at, f, policies);
        if (resolver is null && f.Pure is null && type is SchemaObject) _problems.Add($"Field {at} has no resolver.");
        var pure = policies.Count == 0 && f.Middlewares.Count == 0 ? f.Pure : null;
        type.Fields.Add(new SchemaField(f.Name, f.Description, fieldType, arguments, f.DeprecationReason)
        {
            Pure = pure, Resolver = resolver, Subscribe = f.Subscribe,
        });
    }

    private FieldDelegate? Compose(string at, FieldDefinition f, List<string> policies)
    {
        var resolver = f.Resolver;
        if (resolver is null && f.Pure is { } pure) resolver = context => new ValueTask<object?>(pure(context.Parent<object>()));
        if (resolver is null && f.Subscribe is not null) resolver = context => new ValueTask<object?>(context.Parent<object>());
        if (resolver is null) return null;
        for (var i = f.Middlewares.Count - 1; i >= 0; i--) resolver = f.Middlewares[i](resolver);
        if (policies.Count == 0) return resolver;
        if (authorize is not { } decide)
        {
            _problems.Add($"Field {at} asks for a policy, but no authorization was given to the schema.");
            return resolver;
        }
        var inner = resolver;
        return async context =>
        {
            foreach (var policy in policies)
                if (!await decide(context, policy)) throw new GraphQLException("Access denied.", "FORBIDDEN");
            return await inner(context);
        };
    }

    private SchemaInput? Input(string at, InputDefinition input) => Resolve(at, input.Type) is { } type
        ? new SchemaInput(input.Name, input.Description, type, input.Default, input.DeprecationReason) : null;

    private SchemaType? Resolve(string at, Func<TypeNames, TypeNode>? reference)
    {
        if (reference is null)
        {
            _problems.Add($"{at} has no type.");
            return null;
        }
        try
        {
            return Resolve(at, reference(new TypeNames(_clrNames)));
        }
        catch (SchemaException e)
        {
            _problems.Add($"{at}: {e.Message}");
            return null;
        }
    }

    private SchemaType? Resolve(string at, TypeNode node)
    {
        switch (node)
        {
            case NonNullTypeNode n: return Resolve(at, n.Inner) is { } inner ? new SchemaNonNull(inner) : null;
            case ListTypeNode l: return Resolve(at, l.Item) is { } item ? new SchemaList(item) : null;
            default: return Find(((NamedTypeNode)node).Name, at);
        }
    }

    private NamedSchemaType? Find(string name, string at)
    {
        _referenced.Add(name);
        if (_types.TryGetValue(name, out var type)) return type;
        _problems.Add($"{at}: unknown type \"{name}\".");
        return null;
    }
}
