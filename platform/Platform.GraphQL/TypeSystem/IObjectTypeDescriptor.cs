using System.Linq.Expressions;

namespace Platform.GraphQL;

/// <summary>Describes an object or interface type.</summary>
public interface IObjectTypeDescriptor
{
    /// <summary>GraphQL name; by default the CLR type's name.</summary>
    IObjectTypeDescriptor Name(string name);

    /// <summary>Shown by introspection and in the SDL.</summary>
    IObjectTypeDescriptor Description(string text);

    /// <summary>Adds a field that needs a type and a resolver.</summary>
    IObjectFieldDescriptor Field(string name);

    /// <summary>Declares that the type implements an interface, by name.</summary>
    IObjectTypeDescriptor Implements(string interfaceName);

    /// <summary>Asks the policy before any field of this type is resolved.</summary>
    IObjectTypeDescriptor Authorize(string policy);
}

/// <summary>Describes an object type whose values are <typeparamref name="T"/>.</summary>
public interface IObjectTypeDescriptor<T> : IObjectTypeDescriptor
{
    /// <summary>Adds a field that reads one property: name, type and nullability come from it unless overridden.</summary>
    IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> property);

    /// <summary>Adds every public property of <typeparamref name="T"/> that has no field yet, as declared.</summary>
    IObjectTypeDescriptor<T> BindFieldsImplicitly();
}
