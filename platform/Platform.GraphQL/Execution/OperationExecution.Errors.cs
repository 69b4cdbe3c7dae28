using System.Diagnostics;

namespace Platform.GraphQL.Execution;

internal sealed partial class OperationExecution
{
    public void Report(GraphQLError error)
    {
        lock (_errors) _errors.Add(error);
    }

    public IReadOnlyList<GraphQLLocation> Locations(FieldPlan field) => [.. field.Nodes.Select(operation.Document.Locate)];

    private void Fail(FieldPlan field, ResultNode target, int index, bool nonNull, Exception e)
    {
        // The nearest nullable field has its error already; a second one would say nothing new.
        if (target.IsDead) return;
        var path = target.PathTo(index);
        target.SetNull(index, nonNull);
        // The request is over, for the client or for the clock: that is no failure of this field.
        if (e is OperationCanceledException && cancellation.IsCancellationRequested) return;
        Report(ToError(e, options) with { Locations = Locations(field), Path = path });
    }

    /// <summary>What the client may know of a failure: everything of a <see cref="GraphQLException"/>, a trace id of all else.</summary>
    public static GraphQLError ToError(Exception e, RequestExecutorOptions options)
    {
        if (e is GraphQLException known) return new GraphQLError(known.Message) { Code = known.Code, Extensions = known.Extensions };
        if (e is ScalarException scalar) return new GraphQLError(scalar.Text(options.ShowInputValues)) { Code = "BAD_USER_INPUT" };
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        options.OnUnexpectedError?.Invoke(e, traceId);
        return new GraphQLError("Erreur interne") { Code = "INTERNAL", Extensions = new Dictionary<string, object?> { ["traceId"] = traceId } };
    }
}
