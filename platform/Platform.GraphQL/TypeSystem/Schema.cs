using System.Collections.Concurrent;

namespace Platform.GraphQL.TypeSystem;

internal sealed class Schema : ISchema
{
    private readonly Dictionary<string, NamedSchemaType> _types;
    private readonly Dictionary<OperationKind, SchemaObject> _roots;
    private readonly Dictionary<Type, SchemaObject> _byClrType = [];
    private readonly ConcurrentDictionary<Type, SchemaObject?> _resolved = new();
    private readonly Dictionary<NamedSchemaType, HashSet<SchemaObject>> _possible = [];

    public Schema(Dictionary<string, NamedSchemaType> types, Dictionary<OperationKind, SchemaObject> roots,
        Dictionary<Type, Func<DataLoaderContext, object>> loaders)
    {
        _types = new Dictionary<string, NamedSchemaType>(types);
        foreach (var type in IntrospectionTypes.All) _types[type.Name] = type;
        _roots = roots;
        Loaders = loaders;
        foreach (var type in types.Values.OfType<SchemaObject>())
            if (type.ClrType is { } clr) _byClrType[clr] = type;
        foreach (var type in types.Values)
        {
            if (type is SchemaUnion u) _possible[type] = [.. u.Members];
            else if (type is SchemaInterface i)
                _possible[type] = [.. types.Values.OfType<SchemaObject>().Where(o => o.Interfaces.Contains(i))];
        }
        SchemaField = new SchemaField("__schema", "Access the current type schema of this server.",
            new SchemaNonNull(IntrospectionTypes.Schema), [], null) { Pure = _ => this };
        TypeField = new SchemaField("__type", "Request the type information of a single type.", IntrospectionTypes.Type,
            [new SchemaInput("name", null, new SchemaNonNull(BuiltIn.String), null, null)], null)
        {
            Resolver = c => new ValueTask<object?>(Type(c.ArgumentValue<string>("name"))),
        };
    }

    public Dictionary<Type, Func<DataLoaderContext, object>> Loaders { get; }
    public SchemaField SchemaField { get; }
    public SchemaField TypeField { get; }
    public static SchemaField TypenameField { get; } = new("__typename", "The name of the current Object type at runtime.",
        new SchemaNonNull(BuiltIn.String), [], null);

    public IEnumerable<NamedSchemaType> Types => _types.Values.OrderBy(t => t.Name, StringComparer.Ordinal);
    public NamedSchemaType? Type(string name) => _types.GetValueOrDefault(name);
    public SchemaObject? Root(OperationKind kind) => _roots.GetValueOrDefault(kind);
    public SchemaDirective? Directive(string name) => BuiltIn.Directives.FirstOrDefault(d => d.Name == name);

    public IReadOnlyCollection<SchemaObject> PossibleTypes(NamedSchemaType type) =>
        type is SchemaObject o ? [o] : _possible.TryGetValue(type, out var types) ? types : [];

    public bool IsPossible(NamedSchemaType type, SchemaObject candidate) =>
        type == candidate || (_possible.TryGetValue(type, out var types) && types.Contains(candidate));

    public SchemaField? Field(NamedSchemaType parent, string name)
    {
        if (name == "__typename" && parent.IsComposite) return TypenameField;
        if (parent == _roots[OperationKind.Query])
        {
            if (name == "__schema") return SchemaField;
            if (name == "__type") return TypeField;
        }
        return (parent as FieldsType)?.Field(name);
    }

    /// <summary>The object type of a value, by its CLR type or the nearest base registered.</summary>
    public SchemaObject? ObjectOf(object value) => _resolved.GetOrAdd(value.GetType(), type =>
    {
        for (var t = type; t is not null; t = t.BaseType)
            if (_byClrType.TryGetValue(t, out var found)) return found;
        return null;
    });

    public SchemaType? FromAst(TypeNode node) => node switch
    {
        NonNullTypeNode n => FromAst(n.Inner) is { } inner ? new SchemaNonNull(inner) : null,
        ListTypeNode l => FromAst(l.Item) is { } item ? new SchemaList(item) : null,
        _ => Type(((NamedTypeNode)node).Name),
    };

    public bool IsSubtype(SchemaType type, SchemaType of) => (type, of) switch
    {
        (SchemaNonNull t, SchemaNonNull o) => IsSubtype(t.Inner, o.Inner),
        (SchemaNonNull t, _) => IsSubtype(t.Inner, of),
        (_, SchemaNonNull) => false,
        (SchemaList t, SchemaList o) => IsSubtype(t.Item, o.Item),
        (NamedSchemaType t, NamedSchemaType o) => t == o,
        _ => false,
    };

    public string Print() => SchemaPrinter.Print(this);

    public IRequestExecutor MakeExecutable(RequestExecutorOptions? options = null) =>
        new RequestExecutor(this, options ?? new RequestExecutorOptions());
}
