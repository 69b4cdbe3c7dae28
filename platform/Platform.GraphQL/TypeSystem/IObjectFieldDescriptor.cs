namespace Platform.GraphQL;

/// <summary>Describes one field.</summary>
public interface IObjectFieldDescriptor
{
    /// <summary>Shown by introspection and in the SDL.</summary>
    IObjectFieldDescriptor Description(string text);

    /// <summary>The type as SDL, such as <c>[Alert!]!</c>.</summary>
    IObjectFieldDescriptor Type(string sdl);

    /// <summary>The type bound to a CLR type; not null unless it is <see cref="Nullable{T}"/>.</summary>
    IObjectFieldDescriptor Type<T>();

    /// <summary>Adds an argument; <paramref name="defaultValue"/> is a GraphQL literal.</summary>
    IObjectFieldDescriptor Argument(string name, string sdlType, string? description = null, string? defaultValue = null);

    /// <summary>Makes the field a connection of <paramref name="name"/> (<c>AlertsConnection!</c>) with arguments <c>first</c> and <c>after</c>.</summary>
    IObjectFieldDescriptor UsePaging(string name);

    /// <summary>Marks the field deprecated.</summary>
    IObjectFieldDescriptor Deprecated(string reason);

    /// <summary>Resolves synchronously.</summary>
    IObjectFieldDescriptor Resolve(Func<IResolverContext, object?> resolver);

    /// <summary>Resolves asynchronously.</summary>
    IObjectFieldDescriptor Resolve<T>(Func<IResolverContext, Task<T>> resolver);

    /// <summary>Gives the source stream of a subscription field; each item is the parent of one execution, and the field's own value unless a resolver is set.</summary>
    IObjectFieldDescriptor Subscribe<T>(Func<IResolverContext, IAsyncEnumerable<T>> source);

    /// <summary>Runs around the resolver; the first one used is the outermost.</summary>
    IObjectFieldDescriptor Use(FieldMiddleware middleware);

    /// <summary>Asks the policy before the field is resolved; a refusal is a field error with code <c>FORBIDDEN</c>.</summary>
    IObjectFieldDescriptor Authorize(string policy);
}

/// <summary>Resolves one field.</summary>
public delegate ValueTask<object?> FieldDelegate(IResolverContext context);

/// <summary>Wraps a resolver in another.</summary>
public delegate FieldDelegate FieldMiddleware(FieldDelegate next);
