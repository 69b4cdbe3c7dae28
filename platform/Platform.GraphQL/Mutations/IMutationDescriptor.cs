namespace Platform.GraphQL;

/// <summary>Describes a mutation that follows the convention <c>name(input: NameInput!): NamePayload!</c>.</summary>
public interface IMutationDescriptor
{
    /// <summary>Shown by introspection and in the SDL.</summary>
    IMutationDescriptor Description(string text);

    /// <summary>Declares an error record that the mutation may return: an object type of all its properties that implements <c>Error</c>.</summary>
    IMutationDescriptor Error<TError>() where TError : notnull;

    /// <summary>Type of the payload's data field as SDL; by default the nullable type bound to the value's CLR type.</summary>
    IMutationDescriptor PayloadType(string sdl);

    /// <summary>Asks the policy before the mutation runs.</summary>
    IMutationDescriptor Authorize(string policy);

    /// <summary>Describes the input's fields beyond what its constructor says.</summary>
    IMutationDescriptor Input(Action<IInputObjectTypeDescriptor> configure);
}
