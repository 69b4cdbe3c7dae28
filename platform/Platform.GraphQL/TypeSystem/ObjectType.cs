namespace Platform.GraphQL;

/// <summary>An object type of its own class; override <see cref="Configure"/>.</summary>
public abstract class ObjectType
{
    /// <summary>Describes the type.</summary>
    protected abstract void Configure(IObjectTypeDescriptor descriptor);

    internal virtual TypeDefinition Define()
    {
        var descriptor = new ObjectTypeDescriptor(new TypeDefinition(DefinitionKind.Object, TypeName()));
        Configure(descriptor);
        return descriptor.Definition;
    }

    private protected string TypeName() =>
        GetType().Name is var name && name.Length > 4 && name.EndsWith("Type", StringComparison.Ordinal) ? name[..^4] : name;
}

/// <summary>An object type whose values are <typeparamref name="T"/>.</summary>
public abstract class ObjectType<T> : ObjectType
{
    /// <summary>Describes the type.</summary>
    protected abstract void Configure(IObjectTypeDescriptor<T> descriptor);

    /// <inheritdoc/>
    protected sealed override void Configure(IObjectTypeDescriptor descriptor) =>
        Configure((IObjectTypeDescriptor<T>)descriptor);

    internal override TypeDefinition Define()
    {
        var descriptor = new ObjectTypeDescriptor<T>(new TypeDefinition(DefinitionKind.Object, typeof(T).Name, typeof(T)));
        Configure(descriptor);
        return descriptor.Definition;
    }
}

/// <summary>Adds fields to a type that another module registered; set the extended type's name with <c>Name</c>.</summary>
public abstract class ObjectTypeExtension : ObjectType;
