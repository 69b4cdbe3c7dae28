namespace Platform.GraphQL;

/// <summary>Describes an input object beyond what its constructor says.</summary>
public interface IInputObjectTypeDescriptor
{
    /// <summary>GraphQL name; by default the CLR type's name.</summary>
    IInputObjectTypeDescriptor Name(string name);

    /// <summary>Shown by introspection and in the SDL.</summary>
    IInputObjectTypeDescriptor Description(string text);

    /// <summary>Exactly one field must be given (<c>@oneOf</c>).</summary>
    IInputObjectTypeDescriptor OneOf();

    /// <summary>Overrides the description, the type (as SDL) or the default (a literal) of a field.</summary>
    IInputObjectTypeDescriptor Field(string name, string? description = null, string? sdlType = null, string? defaultValue = null);
}
