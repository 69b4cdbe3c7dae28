using System.Reflection;

namespace Platform.GraphQL.TypeSystem;

internal enum DefinitionKind { Object, Interface, Union, Enum, Input, Scalar }

/// <summary>What a descriptor recorded about a type, before names are resolved.</summary>
internal sealed class TypeDefinition(DefinitionKind kind, string name, Type? clrType = null)
{
    public DefinitionKind Kind { get; } = kind;
    public string Name { get; set; } = name;
    public Type? ClrType { get; } = clrType;
    public string? Description { get; set; }
    public List<FieldDefinition> Fields { get; } = [];
    public List<InputDefinition> Inputs { get; } = [];
    public List<string> Interfaces { get; } = [];
    public List<Type> MemberTypes { get; } = [];
    public List<EnumValue> Values { get; } = [];
    public bool OneOf { get; set; }
    public ScalarType? Scalar { get; init; }
    public ConstructorInfo? Constructor { get; init; }

    /// <summary>Applied around every field of the type.</summary>
    public List<string> Policies { get; } = [];

    /// <summary>Types that this one brings with it (payloads, edges); skipped when already registered.</summary>
    public List<TypeDefinition> Companions { get; } = [];
}

internal sealed class FieldDefinition(string name)
{
    public string Name { get; } = name;
    public string? Description { get; set; }
    public Func<TypeNames, TypeNode>? Type { get; set; }
    public List<InputDefinition> Arguments { get; } = [];
    public string? DeprecationReason { get; set; }
    public Func<object, object?>? Pure { get; set; }
    public FieldDelegate? Resolver { get; set; }
    public Func<IResolverContext, IAsyncEnumerable<object?>>? Subscribe { get; set; }
    public List<FieldMiddleware> Middlewares { get; } = [];
    public List<string> Policies { get; } = [];
}

internal sealed record InputDefinition(string Name, Func<TypeNames, TypeNode> Type, string? Description, ValueNode? Default,
    string? DeprecationReason = null);

/// <summary>The GraphQL names of registered CLR types.</summary>
internal sealed class TypeNames(Dictionary<(Type Type, bool Input), string> names)
{
    /// <exception cref="SchemaException">The CLR type was not registered.</exception>
    public string Of(Type type, bool input) => names.TryGetValue((type, input), out var name) ? name
        : throw new SchemaException($"The CLR type {type.FullName} is bound to no GraphQL {(input ? "input" : "output")} type: register it.");
}
