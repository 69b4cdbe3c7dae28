using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Platform.GraphQL.Execution;

internal sealed class RequestExecutor(Schema schema, RequestExecutorOptions options) : IRequestExecutor
{
    private readonly ConcurrentDictionary<string, PreparedDocument> _documents = new();

    public ISchema Schema => schema;
    public RequestExecutorOptions Options => options;

    public async Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellation = default)
    {
        var document = Prepare(request.Query);
        if (document.Errors.Count > 0) return ExecutionResult.RequestError(document.Errors);
        var (operation, problem) = document.Select(request.OperationName);
        if (operation is null) return ExecutionResult.RequestError(new GraphQLError(problem) { Code = "BAD_REQUEST" });
        if (request.QueriesOnly && operation.Operation.Kind != OperationKind.Query)
            return new ExecutionResult([new GraphQLError($"Can only perform a {operation.Operation.Keyword} operation from a POST request.")
            {
                Code = "METHOD_NOT_ALLOWED",
            }], null, false) { IsMethodRefused = true };
        var coercion = new VariableCoercion(schema, operation.Document, request.Variables, options.ShowInputValues);
        var variables = coercion.Coerce(operation.Operation);
        if (coercion.Errors.Count > 0) return ExecutionResult.RequestError(coercion.Errors);
        if (operation.CheckConditions(variables) is { } unclear) return ExecutionResult.RequestError(unclear);
        if (CostAnalysis.Check(schema, operation, variables, options) is { } tooDear) return ExecutionResult.RequestError(tooDear);
        if (operation.Operation.Kind == OperationKind.Subscription) return Subscribe(operation, request, variables, cancellation);
        return await ExecuteOnceAsync(operation, request, variables, null, cancellation).ConfigureAwait(false);
    }

    private PreparedDocument Prepare(string query)
    {
        if (_documents.TryGetValue(query, out var known)) return known;
        var prepared = PreparedDocument.Prepare(schema, query, options);
        // Only valid documents are kept: refused ones are cheap to refuse again and would fill the cache.
        if (prepared.Errors.Count == 0 && query.Length <= options.MaxCachedDocumentLength)
        {
            if (_documents.Count >= options.DocumentCacheSize) _documents.Clear();
            _documents[query] = prepared;
        }
        return prepared;
    }

    private async Task<ExecutionResult> ExecuteOnceAsync(CompiledOperation operation, GraphQLRequest request,
        IReadOnlyDictionary<string, object?> variables, object? rootValue, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.ExecutionTimeout);
        var execution = new OperationExecution(schema, options, operation, request, variables, limit.Token);
        ExecutionResult result;
        try
        {
            result = await execution.RunAsync(rootValue).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            result = ExecutionResult.RequestError();
        }
        cancellation.ThrowIfCancellationRequested();
        return limit.IsCancellationRequested ? TimedOut() : result;
    }

    private ExecutionResult TimedOut() => new([new GraphQLError(
        $"The operation was cancelled after {options.ExecutionTimeout.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} s.")
    {
        Code = "TIMEOUT",
    }], null, true);

    private ExecutionResult Subscribe(CompiledOperation operation, GraphQLRequest request,
        IReadOnlyDictionary<string, object?> variables, CancellationToken cancellation)
    {
        try
        {
            var source = new OperationExecution(schema, options, operation, request, variables, cancellation).OpenStream();
            return new ExecutionResult([], null, true) { Stream = EventsAsync(source, operation, request, variables, cancellation) };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ExecutionResult.RequestError(OperationExecution.ToError(e, options));
        }
    }

    private async IAsyncEnumerable<ExecutionResult> EventsAsync(IAsyncEnumerable<object?> source, CompiledOperation operation,
        GraphQLRequest request, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var events = source.GetAsyncEnumerator(cancellation);
        while (true)
        {
            ExecutionResult? failure = null;
            try
            {
                if (!await events.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure = ExecutionResult.RequestError(OperationExecution.ToError(e, options));
            }
            if (failure is not null)
            {
                yield return failure;
                yield break;
            }
            // Each event sees data of its own: a DataLoader must not answer with what an earlier event loaded.
            var scoped = request with { ContextData = new Dictionary<string, object?>(request.ContextData) };
            yield return await ExecuteOnceAsync(operation, scoped, variables, events.Current, cancellation).ConfigureAwait(false);
        }
    }
}
