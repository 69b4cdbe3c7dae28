namespace Platform.GraphQL;

/// <summary>Validates and executes operations of one schema; safe for concurrent use.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema executed.</summary>
    ISchema Schema { get; }

    /// <summary>The limits in force.</summary>
    RequestExecutorOptions Options { get; }

    /// <summary>Executes one operation. Errors of the document and of resolvers are in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation = default);
}
