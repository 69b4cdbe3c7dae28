namespace Platform.GraphQL.TypeSystem;

internal abstract class SchemaType
{
    public bool IsNonNull => this is SchemaNonNull;
    public SchemaType Nullable => this is SchemaNonNull n ? n.Inner : this;
    public NamedSchemaType Named => this switch { SchemaNonNull n => n.Inner.Named, SchemaList l => l.Item.Named, _ => (NamedSchemaType)this };
}

internal sealed class SchemaList(SchemaType item) : SchemaType
{
    public SchemaType Item { get; } = item;
    public override string ToString() => $"[{Item}]";
}

internal sealed class SchemaNonNull(SchemaType inner) : SchemaType
{
    public SchemaType Inner { get; } = inner;
    public override string ToString() => $"{Inner}!";
}

internal abstract class NamedSchemaType(string name, string? description) : SchemaType
{
    public string Name { get; } = name;
    public string? Description { get; } = description;
    public bool IsLeaf => this is SchemaScalar or SchemaEnum;
    public bool IsInput => this is SchemaScalar or SchemaEnum or SchemaInputObject;
    public bool IsOutput => this is not SchemaInputObject;
    public bool IsComposite => this is FieldsType or SchemaUnion;
    public bool IsAbstract => this is SchemaInterface or SchemaUnion;
    public override string ToString() => Name;
}

/// <summary>Object or interface.</summary>
internal abstract class FieldsType(string name, string? description) : NamedSchemaType(name, description)
{
    public List<SchemaField> Fields { get; } = [];
    public List<SchemaInterface> Interfaces { get; } = [];
    private Dictionary<string, SchemaField>? _byName;

    public SchemaField? Field(string name)
    {
        _byName ??= Fields.ToDictionary(f => f.Name);
        return _byName.GetValueOrDefault(name);
    }
}

internal sealed class SchemaObject(string name, string? description, Type? clrType) : FieldsType(name, description)
{
    public Type? ClrType { get; } = clrType;
}

internal sealed class SchemaInterface(string name, string? description) : FieldsType(name, description);

internal sealed class SchemaUnion(string name, string? description) : NamedSchemaType(name, description)
{
    public List<SchemaObject> Members { get; } = [];
}

internal sealed class SchemaField(string name, string? description, SchemaType type, IReadOnlyList<SchemaInput> arguments, string? deprecation)
{
    public string Name { get; } = name;
    public string? Description { get; } = description;
    public SchemaType Type { get; } = type;
    public IReadOnlyList<SchemaInput> Arguments { get; } = arguments;
    public string? DeprecationReason { get; } = deprecation;

    /// <summary>Set when the value is read from the parent alone: no context is made for it.</summary>
    public Func<object, object?>? Pure { get; init; }
    public FieldDelegate? Resolver { get; init; }
    public Func<IResolverContext, IAsyncEnumerable<object?>>? Subscribe { get; init; }
    public SchemaInput? Argument(string name) => Arguments.FirstOrDefault(a => a.Name == name);
}

/// <summary>An argument or an input field.</summary>
internal sealed class SchemaInput(string name, string? description, SchemaType type, ValueNode? defaultValue, string? deprecation)
{
    public string Name { get; } = name;
    public string? Description { get; } = description;
    public SchemaType Type { get; } = type;
    public ValueNode? Default { get; } = defaultValue;
    public string? DeprecationReason { get; } = deprecation;
    public bool IsRequired => Type.IsNonNull && Default is null;
}

internal sealed class SchemaInputObject(string name, string? description, bool oneOf) : NamedSchemaType(name, description)
{
    public bool OneOf { get; } = oneOf;
    public List<SchemaInput> Fields { get; } = [];

    /// <summary>Makes the bound CLR value from the provided fields; null when the type is bound to none.</summary>
    public Func<Dictionary<string, object?>, object>? Bind { get; set; }
    public SchemaInput? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}

internal sealed record EnumValue(string Name, string? Description, object Value, string? DeprecationReason);

internal sealed class SchemaEnum(string name, string? description, IReadOnlyList<EnumValue> values) : NamedSchemaType(name, description)
{
    private readonly Dictionary<string, EnumValue> _byName = values.ToDictionary(v => v.Name);
    private readonly Dictionary<object, string> _names = values.ToDictionary(v => v.Value, v => v.Name);
    public IReadOnlyList<EnumValue> Values { get; } = values;
    public EnumValue? Value(string name) => _byName.GetValueOrDefault(name);

    /// <exception cref="ScalarException">The value is none of the enum's.</exception>
    public string Serialize(object value) => _names.TryGetValue(value, out var name) ? name
        : value is string s && _byName.ContainsKey(s) ? s
        : throw new ScalarException($"Enum \"{Name}\" cannot represent this value.");
}

internal sealed class SchemaDirective(string name, string description, IReadOnlyList<string> locations, IReadOnlyList<SchemaInput> arguments)
{
    public string Name { get; } = name;
    public string Description { get; } = description;
    public IReadOnlyList<string> Locations { get; } = locations;
    public IReadOnlyList<SchemaInput> Arguments { get; } = arguments;
    public SchemaInput? Argument(string name) => Arguments.FirstOrDefault(a => a.Name == name);
}
