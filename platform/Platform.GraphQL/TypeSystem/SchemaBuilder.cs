using System.Reflection;

namespace Platform.GraphQL;

/// <summary>Collects explicitly registered types and builds an <see cref="ISchema"/>. No assembly is scanned.</summary>
public sealed class SchemaBuilder
{
    private readonly List<TypeDefinition> _types = [];
    private readonly List<TypeDefinition> _extensions = [];
    private readonly Dictionary<Type, Func<DataLoaderContext, object>> _loaders = [];
    private readonly Dictionary<OperationKind, string> _roots = [];
    private Func<IResolverContext, string, ValueTask<bool>>? _authorize;

    private SchemaBuilder()
    {
        foreach (var scalar in Scalars.All) AddScalar(scalar);
    }

    /// <summary>An empty builder, with the built-in scalars, UUID, Date and DateTime.</summary>
    public static SchemaBuilder New() => new();

    /// <summary>The query root.</summary>
    public SchemaBuilder AddQueryType<T>() where T : ObjectType, new() => Root(OperationKind.Query, new T().Define());

    /// <summary>The query root, described in place under the name <c>Query</c>.</summary>
    public SchemaBuilder AddQueryType(Action<IObjectTypeDescriptor> configure) => Root(OperationKind.Query, Describe("Query", configure));

    /// <summary>The mutation root.</summary>
    public SchemaBuilder AddMutationType<T>() where T : ObjectType, new() => Root(OperationKind.Mutation, new T().Define());

    /// <summary>The mutation root, described in place under the name <c>Mutation</c>.</summary>
    public SchemaBuilder AddMutationType(Action<IObjectTypeDescriptor> configure) => Root(OperationKind.Mutation, Describe("Mutation", configure));

    /// <summary>The subscription root.</summary>
    public SchemaBuilder AddSubscriptionType<T>() where T : ObjectType, new() => Root(OperationKind.Subscription, new T().Define());

    /// <summary>The subscription root, described in place under the name <c>Subscription</c>.</summary>
    public SchemaBuilder AddSubscriptionType(Action<IObjectTypeDescriptor> configure) =>
        Root(OperationKind.Subscription, Describe("Subscription", configure));

    /// <summary>An object type of its own class.</summary>
    public SchemaBuilder AddType<T>() where T : ObjectType, new() => Add(new T().Define());

    /// <summary>Fields added to a type that is registered elsewhere.</summary>
    public SchemaBuilder AddTypeExtension<T>() where T : ObjectTypeExtension, new() => Extend(new T().Define());

    /// <summary>Fields added to the named type, in place; each module extends <c>Query</c> and <c>Mutation</c> so.</summary>
    public SchemaBuilder AddTypeExtension(string name, Action<IObjectTypeDescriptor> configure) => Extend(Describe(name, configure));

    /// <summary>An object type described in place; without description, every property of <typeparamref name="T"/>.</summary>
    public SchemaBuilder AddObjectType<T>(Action<IObjectTypeDescriptor<T>>? configure = null)
    {
        var descriptor = new ObjectTypeDescriptor<T>(new TypeDefinition(DefinitionKind.Object, typeof(T).Name, typeof(T)));
        if (configure is null) descriptor.BindFieldsImplicitly();
        else configure(descriptor);
        return Add(descriptor.Definition);
    }

    /// <summary>An interface; which object a value is follows from its CLR type.</summary>
    public SchemaBuilder AddInterfaceType(string name, Action<IObjectTypeDescriptor> configure)
    {
        var descriptor = new ObjectTypeDescriptor(new TypeDefinition(DefinitionKind.Interface, name));
        configure(descriptor);
        return Add(descriptor.Definition);
    }

    /// <summary>A union of object types, named by their CLR types, in this order.</summary>
    public SchemaBuilder AddUnionType(string name, string? description, params Type[] members)
    {
        var union = new TypeDefinition(DefinitionKind.Union, name) { Description = description };
        union.MemberTypes.AddRange(members);
        return Add(union);
    }

    /// <summary>An enum: values in <c>SCREAMING_CASE</c>, in the order of declaration.</summary>
    public SchemaBuilder AddEnumType<T>(string? name = null, string? description = null, Func<T, string?>? describe = null) where T : struct, Enum
    {
        var type = new TypeDefinition(DefinitionKind.Enum, name ?? typeof(T).Name, typeof(T)) { Description = description };
        foreach (var field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var value = (T)field.GetValue(null)!;
            type.Values.Add(new EnumValue(ClrTypes.EnumName(field.Name), describe?.Invoke(value), value,
                field.GetCustomAttribute<ObsoleteAttribute>()?.Message));
        }
        return Add(type);
    }

    /// <summary>An input object bound to the constructor of <typeparamref name="T"/>: parameters are fields, nullable or defaulted ones are optional.</summary>
    public SchemaBuilder AddInputObjectType<T>(Action<IInputObjectTypeDescriptor>? configure = null) where T : notnull =>
        Add(InputObjects.Define(typeof(T), configure));

    /// <summary>A scalar of the application.</summary>
    public SchemaBuilder AddScalar(ScalarType scalar)
    {
        _types.RemoveAll(t => t.Kind == DefinitionKind.Scalar && t.Name == scalar.Name);
        return Add(new TypeDefinition(DefinitionKind.Scalar, scalar.Name, scalar.RuntimeType) { Scalar = scalar });
    }

    /// <summary><c>{name}Connection</c> and <c>{name}Edge</c> over rows of <typeparamref name="T"/>.</summary>
    public SchemaBuilder AddConnection<T>(string name, string? description = null)
    {
        foreach (var type in ConnectionTypes.Define<T>(name, description)) AddCompanion(type);
        return this;
    }

    /// <summary>A DataLoader; made when a resolver first asks for it, once per request.</summary>
    public SchemaBuilder AddDataLoader<T>(Func<DataLoaderContext, T> create) where T : class
    {
        _loaders[typeof(T)] = create;
        return this;
    }

    /// <summary>Answers whether the request may pass a policy named by <c>Authorize</c>.</summary>
    public SchemaBuilder UseAuthorization(Func<IResolverContext, string, ValueTask<bool>> decide)
    {
        _authorize = decide;
        return this;
    }

    /// <summary>Resolves every name and checks the whole schema.</summary>
    /// <exception cref="SchemaException">It is not valid; all problems are listed.</exception>
    public ISchema Create() => new SchemaAssembler(_types, _extensions, _roots, _authorize).Assemble(_loaders);

    private SchemaBuilder Root(OperationKind kind, TypeDefinition type)
    {
        _roots[kind] = type.Name;
        return Add(type);
    }

    private static TypeDefinition Describe(string name, Action<IObjectTypeDescriptor> configure)
    {
        var descriptor = new ObjectTypeDescriptor(new TypeDefinition(DefinitionKind.Object, name));
        configure(descriptor);
        return descriptor.Definition;
    }

    private SchemaBuilder Extend(TypeDefinition extension)
    {
        _extensions.Add(extension);
        foreach (var companion in extension.Companions) AddCompanion(companion);
        return this;
    }

    private SchemaBuilder Add(TypeDefinition type)
    {
        _types.Add(type);
        foreach (var companion in type.Companions) AddCompanion(companion);
        return this;
    }

    private void AddCompanion(TypeDefinition type)
    {
        if (!_types.Exists(t => t.Name == type.Name)) Add(type);
    }
}
