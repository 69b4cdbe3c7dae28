using Platform.GraphQL.Mutations;

namespace Platform.GraphQL;

/// <summary>Mutation conventions: one <c>input</c>, a payload with the data and <c>errors</c> as a union.</summary>
public static class MutationExtensions
{
    /// <summary>
    /// Adds <c>name(input: NameInput!): NamePayload!</c>; the input, payload, error union and error types are registered with it.
    /// Error records have the properties <c>Code</c> and <c>Message</c>.
    /// </summary>
    /// <param name="descriptor">The mutation root, or an extension of it.</param>
    /// <param name="name">Field name, a verb in camelCase.</param>
    /// <param name="payloadField">Field of the payload that holds the value.</param>
    /// <param name="resolve">Runs the mutation.</param>
    /// <param name="configure">Declares errors, description, policy.</param>
    public static IObjectTypeDescriptor Mutation<TInput, TValue>(this IObjectTypeDescriptor descriptor, string name, string payloadField,
        Func<IResolverContext, TInput, Task<MutationResult<TValue>>> resolve, Action<IMutationDescriptor> configure) where TInput : notnull
    {
        var mutation = new MutationDescriptor(char.ToUpperInvariant(name[0]) + name[1..]);
        configure(mutation);
        var root = ((ObjectTypeDescriptor)descriptor).Definition;
        var input = InputObjects.Define(typeof(TInput), mutation.InputConfiguration);
        root.Companions.Add(input);
        root.Companions.AddRange(mutation.Types<TValue>(payloadField));
        var field = descriptor.Field(name).Type($"{mutation.Name}Payload!").Argument("input", $"{input.Name}!");
        if (mutation.Text is { } text) field.Description(text);
        foreach (var policy in mutation.Policies) field.Authorize(policy);
        field.Resolve(context => resolve(context, context.ArgumentValue<TInput>("input")));
        return descriptor;
    }
}
