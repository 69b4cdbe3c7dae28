namespace Platform.GraphQL.TypeSystem;

internal static class InputObjects
{
    public static TypeDefinition Define(Type clrType, Action<IInputObjectTypeDescriptor>? configure)
    {
        // A record's copy constructor takes the record itself.
        var constructor = clrType.GetConstructors()
            .Where(c => c.GetParameters() is not [{ } only] || only.ParameterType != clrType)
            .MaxBy(c => c.GetParameters().Length)
            ?? throw new SchemaException($"The input type {clrType.FullName} has no public constructor.");
        var type = new TypeDefinition(DefinitionKind.Input, clrType.Name, clrType) { Constructor = constructor };
        foreach (var parameter in constructor.GetParameters())
        {
            var reference = ClrTypes.Reference(parameter);
            var optional = parameter.HasDefaultValue;
            type.Inputs.Add(new InputDefinition(ClrTypes.FieldName(parameter.Name!),
                names => optional && reference(names) is NonNullTypeNode n ? n.Inner : reference(names), null, null));
        }
        configure?.Invoke(new InputObjectTypeDescriptor(type));
        return type;
    }
}

internal sealed class InputObjectTypeDescriptor(TypeDefinition type) : IInputObjectTypeDescriptor
{
    public IInputObjectTypeDescriptor Name(string name)
    {
        type.Name = name;
        return this;
    }

    public IInputObjectTypeDescriptor Description(string text)
    {
        type.Description = text;
        return this;
    }

    public IInputObjectTypeDescriptor OneOf()
    {
        type.OneOf = true;
        return this;
    }

    public IInputObjectTypeDescriptor Field(string name, string? description = null, string? sdlType = null, string? defaultValue = null)
    {
        var index = type.Inputs.FindIndex(f => f.Name == name);
        if (index < 0) throw new SchemaException($"{type.Name} has no field \"{name}\".");
        var node = sdlType is null ? null : SdlType.Parse(sdlType);
        var field = type.Inputs[index];
        type.Inputs[index] = field with
        {
            Description = description ?? field.Description,
            Type = node is null ? field.Type : _ => node,
            Default = defaultValue is null ? field.Default : Parser.ParseValue(defaultValue),
        };
        return this;
    }
}
