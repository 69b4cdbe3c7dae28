namespace Platform.GraphQL.TypeSystem;

/// <summary>The <c>__*</c> types, resolved over the runtime schema.</summary>
internal static class IntrospectionTypes
{
    public static SchemaEnum TypeKind { get; } = Enum("__TypeKind", "An enum describing what kind of type a given `__Type` is.",
        "SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL");

    public static SchemaEnum DirectiveLocation { get; } = Enum("__DirectiveLocation",
        "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION");

    public static SchemaObject Schema { get; } = new("__Schema",
        "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.", null);
    public static SchemaObject Type { get; } = new("__Type", "The fundamental unit of any GraphQL Schema is the type.", null);
    public static SchemaObject Field { get; } = new("__Field",
        "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.", null);
    public static SchemaObject InputValue { get; } = new("__InputValue",
        "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.", null);
    public static SchemaObject EnumValue { get; } = new("__EnumValue", "One possible value for a given Enum.", null);
    public static SchemaObject Directive { get; } = new("__Directive",
        "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.", null);

    public static IReadOnlyList<NamedSchemaType> All { get; } =
        [Schema, Type, Field, InputValue, EnumValue, Directive, TypeKind, DirectiveLocation];

    static IntrospectionTypes()
    {
        Add<Schema>(Schema, "description", BuiltIn.String, _ => null);
        Add<Schema>(Schema, "types", ListOf(Type), s => s.Types);
        Add<Schema>(Schema, "queryType", new SchemaNonNull(Type), s => s.Root(OperationKind.Query));
        Add<Schema>(Schema, "mutationType", Type, s => s.Root(OperationKind.Mutation));
        Add<Schema>(Schema, "subscriptionType", Type, s => s.Root(OperationKind.Subscription));
        Add<Schema>(Schema, "directives", ListOf(Directive), _ => BuiltIn.Directives);

        Add<SchemaType>(Type, "kind", new SchemaNonNull(TypeKind), Kind);
        Add<SchemaType>(Type, "name", BuiltIn.String, t => (t as NamedSchemaType)?.Name);
        Add<SchemaType>(Type, "description", BuiltIn.String, t => (t as NamedSchemaType)?.Description);
        Add<SchemaType>(Type, "specifiedByURL", BuiltIn.String, t => (t as SchemaScalar)?.SpecifiedBy);
        AddFiltered<SchemaType>(Type, "fields", Nullable(Field), (t, all) =>
            (t as FieldsType)?.Fields.Where(f => all || f.DeprecationReason is null));
        Add<SchemaType>(Type, "interfaces", Nullable(Type), t => (t as FieldsType)?.Interfaces);
        Add<SchemaType>(Type, "possibleTypes", Nullable(Type), t => t);
        AddFiltered<SchemaType>(Type, "enumValues", Nullable(EnumValue), (t, all) =>
            (t as SchemaEnum)?.Values.Where(v => all || v.DeprecationReason is null));
        AddFiltered<SchemaType>(Type, "inputFields", Nullable(InputValue), (t, all) =>
            (t as SchemaInputObject)?.Fields.Where(f => all || f.DeprecationReason is null));
        Add<SchemaType>(Type, "ofType", Type, t => t is SchemaNonNull n ? n.Inner : (t as SchemaList)?.Item);
        Add<SchemaType>(Type, "isOneOf", BuiltIn.Boolean, t => t is SchemaInputObject i ? i.OneOf : null);

        Add<SchemaField>(Field, "name", new SchemaNonNull(BuiltIn.String), f => f.Name);
        Add<SchemaField>(Field, "description", BuiltIn.String, f => f.Description);
        AddFiltered<SchemaField>(Field, "args", ListOf(InputValue), (f, all) => f.Arguments.Where(a => all || a.DeprecationReason is null));
        Add<SchemaField>(Field, "type", new SchemaNonNull(Type), f => f.Type);
        AddDeprecation<SchemaField>(Field, f => f.DeprecationReason);

        Add<SchemaInput>(InputValue, "name", new SchemaNonNull(BuiltIn.String), i => i.Name);
        Add<SchemaInput>(InputValue, "description", BuiltIn.String, i => i.Description);
        Add<SchemaInput>(InputValue, "type", new SchemaNonNull(Type), i => i.Type);
        Add<SchemaInput>(InputValue, "defaultValue", BuiltIn.String, i => i.Default is null ? null : ValuePrinter.Print(i.Default));
        AddDeprecation<SchemaInput>(InputValue, i => i.DeprecationReason);

        Add<EnumValue>(EnumValue, "name", new SchemaNonNull(BuiltIn.String), v => v.Name);
        Add<EnumValue>(EnumValue, "description", BuiltIn.String, v => v.Description);
        AddDeprecation<EnumValue>(EnumValue, v => v.DeprecationReason);

        Add<SchemaDirective>(Directive, "name", new SchemaNonNull(BuiltIn.String), d => d.Name);
        Add<SchemaDirective>(Directive, "description", BuiltIn.String, d => d.Description);
        Add<SchemaDirective>(Directive, "isRepeatable", new SchemaNonNull(BuiltIn.Boolean), _ => false);
        Add<SchemaDirective>(Directive, "locations", ListOf(DirectiveLocation), d => d.Locations);
        AddFiltered<SchemaDirective>(Directive, "args", ListOf(InputValue), (d, _) => d.Arguments);
    }

    private static string Kind(SchemaType type) => type switch
    {
        SchemaScalar => "SCALAR",
        SchemaObject => "OBJECT",
        SchemaInterface => "INTERFACE",
        SchemaUnion => "UNION",
        SchemaEnum => "ENUM",
        SchemaInputObject => "INPUT_OBJECT",
        SchemaList => "LIST",
        _ => "NON_NULL",
    };

    private static SchemaEnum Enum(string name, string description, params string[] values) =>
        new(name, description, [.. values.Select(v => new EnumValue(v, null, v, null))]);

    private static SchemaList Nullable(SchemaType item) => new(new SchemaNonNull(item));

    private static SchemaNonNull ListOf(SchemaType item) => new(Nullable(item));

    private static void Add<T>(SchemaObject type, string name, SchemaType fieldType, Func<T, object?> read)
    {
        // Which objects stand behind an abstract type only the schema at hand knows.
        if (name == "possibleTypes")
            type.Fields.Add(new SchemaField(name, null, fieldType, [], null)
            {
                Resolver = c => new ValueTask<object?>(c.Parent<SchemaType>() is NamedSchemaType { IsAbstract: true } t
                    ? ((ResolverContext)c).Schema.PossibleTypes(t) : null),
            });
        else type.Fields.Add(new SchemaField(name, null, fieldType, [], null) { Pure = p => read((T)p) });
    }

    private static void AddFiltered<T>(SchemaObject type, string name, SchemaType fieldType, Func<T, bool, object?> read) =>
        type.Fields.Add(new SchemaField(name, null, fieldType,
            [new SchemaInput("includeDeprecated", null, BuiltIn.Boolean, new BooleanValueNode(0, false), null)], null)
        {
            Resolver = c => new ValueTask<object?>(read(c.Parent<T>(), c.ArgumentValue<bool>("includeDeprecated"))),
        });

    private static void AddDeprecation<T>(SchemaObject type, Func<T, string?> reason)
    {
        Add<T>(type, "isDeprecated", new SchemaNonNull(BuiltIn.Boolean), v => reason(v) is not null);
        Add<T>(type, "deprecationReason", BuiltIn.String, v => reason(v));
    }
}
