namespace Platform.GraphQL.Mutations;

internal sealed class MutationDescriptor(string name) : IMutationDescriptor
{
    private readonly List<TypeDefinition> _errors = [];
    private TypeNode? _payloadType;

    public string Name { get; } = name;
    public string? Text { get; private set; }
    public List<string> Policies { get; } = [];

    public Action<IInputObjectTypeDescriptor>? InputConfiguration { get; private set; }

    public IMutationDescriptor Input(Action<IInputObjectTypeDescriptor> configure)
    {
        InputConfiguration = configure;
        return this;
    }

    public IMutationDescriptor Description(string text)
    {
        Text = text;
        return this;
    }

    public IMutationDescriptor Error<TError>() where TError : notnull
    {
        var descriptor = new ObjectTypeDescriptor<TError>(new TypeDefinition(DefinitionKind.Object, typeof(TError).Name, typeof(TError)));
        descriptor.BindFieldsImplicitly();
        descriptor.Implements("Error");
        _errors.Add(descriptor.Definition);
        return this;
    }

    public IMutationDescriptor PayloadType(string sdl)
    {
        _payloadType = SdlType.Parse(sdl);
        return this;
    }

    public IMutationDescriptor Authorize(string policy)
    {
        Policies.Add(policy);
        return this;
    }

    public IEnumerable<TypeDefinition> Types<TValue>(string payloadField)
    {
        var contract = new TypeDefinition(DefinitionKind.Interface, "Error");
        foreach (var field in new[] { "code", "message" })
            contract.Fields.Add(new FieldDefinition(field) { Type = _ => new NonNullTypeNode(0, new NamedTypeNode(0, "String")) });
        yield return contract;
        foreach (var error in _errors) yield return error;
        var payload = new TypeDefinition(DefinitionKind.Object, $"{Name}Payload");
        var reference = ClrTypes.Reference(typeof(TValue), false);
        payload.Fields.Add(new FieldDefinition(payloadField)
        {
            Type = names => _payloadType ?? (reference(names) is NonNullTypeNode n ? n.Inner : reference(names)),
            Pure = p => ((MutationResult<TValue>)p).Value,
        });
        if (_errors.Count > 0)
        {
            var union = new TypeDefinition(DefinitionKind.Union, $"{Name}Error");
            union.MemberTypes.AddRange(_errors.Select(e => e.ClrType!));
            yield return union;
            payload.Fields.Add(new FieldDefinition("errors")
            {
                Type = _ => new ListTypeNode(0, new NonNullTypeNode(0, new NamedTypeNode(0, $"{Name}Error"))),
                Pure = p => ((MutationResult<TValue>)p).Errors is { Count: > 0 } errors ? errors : null,
            });
        }
        yield return payload;
    }
}
