namespace Platform.GraphQL;

/// <summary>What a resolver may ask about the field it resolves. Valid until the resolver's task ends; used from one thread at a time.</summary>
public interface IResolverContext
{
    /// <summary>The value of the object that holds the field.</summary>
    T Parent<T>();

    /// <summary>The coerced argument; the default of <typeparamref name="T"/> when not given and without default.</summary>
    T ArgumentValue<T>(string name);

    /// <summary>The coerced argument, telling "not given" from null.</summary>
    Optional<T> ArgumentOptional<T>(string name);

    /// <summary>A service of the request's scope.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    T Service<T>() where T : notnull;

    /// <summary>Cancelled when the client leaves or the time limit passes.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>Shared by all fields of the request (for a subscription: of one event).</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>The DataLoader registered under this type, one per request.</summary>
    T DataLoader<T>() where T : class;

    /// <summary>Response path: field names (<see cref="string"/>) and list indexes (<see cref="int"/>).</summary>
    IReadOnlyList<object> Path { get; }

    /// <summary>Name of the field in the schema.</summary>
    string FieldName { get; }

    /// <summary>Adds an error at this field without making it null.</summary>
    void ReportError(string message, string code);

    /// <summary>Whether the field named is selected directly under this one, whatever the concrete type.</summary>
    bool IsSelected(string fieldName);
}
