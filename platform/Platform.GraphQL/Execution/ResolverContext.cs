using Microsoft.Extensions.DependencyInjection;

namespace Platform.GraphQL.Execution;

internal sealed class ResolverContext(OperationExecution execution, FieldPlan plan, object? parent, ResultNode container, int index,
    Dictionary<string, object?> arguments) : IResolverContext
{
    public Schema Schema => execution.Schema;
    public CancellationToken RequestAborted => execution.Cancellation;
    public IDictionary<string, object?> ContextData => execution.Request.ContextData;
    public IReadOnlyList<object> Path => container.PathTo(index);
    public string FieldName => plan.Definition.Name;

    public T Parent<T>() => (T)parent!;

    public T ArgumentValue<T>(string name)
    {
        Known(name);
        return InputConversion.To<T>(arguments.GetValueOrDefault(name));
    }

    public Optional<T> ArgumentOptional<T>(string name)
    {
        Known(name);
        return arguments.TryGetValue(name, out var value) ? new Optional<T>(InputConversion.To<T>(value), true) : default;
    }

    public T Service<T>() where T : notnull => execution.Request.Services.GetRequiredService<T>();

    public T DataLoader<T>() where T : class => (T)execution.Loader(typeof(T));

    public void ReportError(string message, string code) =>
        execution.Report(new GraphQLError(message) { Code = code, Locations = execution.Locations(plan), Path = Path });

    public bool IsSelected(string fieldName) => plan.Selects(Schema, fieldName);

    private void Known(string name)
    {
        if (plan.Definition.Argument(name) is null)
            throw new ArgumentException($"The plan \"{plan.Definition.Name}\" has no argument \"{name}\".", nameof(name));
    }
}
