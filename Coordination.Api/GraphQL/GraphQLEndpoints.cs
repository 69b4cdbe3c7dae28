using Coordination.Api.Hosting;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Npgsql;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>Where requests get their subject, and where answers are noted before they leave.</summary>
public static class GraphQLEndpoints
{
    /// <summary>Maps <c>/graphql</c> and <c>/graphql/stream</c>.</summary>
    public static void MapCoordinationGraphQL(this WebApplication app, CoordinationSettings settings)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Coordination.Api.GraphQL");
        var executor = CoordinationSchema.Create().MakeExecutable(new RequestExecutorOptions
        {
            AllowIntrospection = settings.Development,
            OnUnexpectedError = (failure, trace) => logger.LogError(failure, "resolver failed, trace {TraceId}", trace),
        });
        app.MapGraphQL("/graphql", executor, new GraphQLHttpOptions
        {
            EnableTool = settings.Development,
            GraphiqlAssetPath = settings.Development && app.UseGraphiql() ? PortalFiles.GraphiqlPath : null,
            ToolHeader = SessionEndpoints.ScriptHeader,
            OnRequest = OnRequest,
            OnEvent = OnEventAsync,
            OnCompleted = OnCompletedAsync,
        });
    }

    private static ValueTask OnRequest(HttpContext http, RequestBuilder request)
    {
        if (http.FindCaller() is not { } caller)
            request.Refuse(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", Texts.Get("Error.UNAUTHENTICATED"));
        else if (caller.Subject is not { } subject)
            request.Refuse(StatusCodes.Status403Forbidden, NoActivity(caller), Texts.Get($"Error.{NoActivity(caller)}"));
        else if (!http.Request.Headers.ContainsKey("Authorization") && !http.Request.Headers.ContainsKey(SessionEndpoints.ScriptHeader))
            request.Refuse(StatusCodes.Status400BadRequest, "SCRIPT_HEADER_MISSING", $"header {SessionEndpoints.ScriptHeader} expected");
        else
            request.ContextData[RequestScope.Key] = new RequestScope(
                subject, new ReadTrail(), http.RequestServices.GetRequiredService<TimeProvider>(), () => caller.StillHoldsAsync(http.RequestServices, http.RequestAborted));
        return ValueTask.CompletedTask;
    }

    // Identified, but without a professional right, or with several activities of which one has to be chosen.
    private static string NoActivity(Caller caller) => caller.Activities.Count == 0 ? "NO_ACTIVITY" : "ACTIVITY_REQUIRED";

    private static async ValueTask OnCompletedAsync(HttpContext http, RequestBuilder request, ExecutionResult result)
    {
        var audit = http.RequestServices.GetRequiredService<ReadAudit>();
        if (result.Stream is not null) audit.Forget(http.TraceIdentifier);
        await NoteAsync(request, scope => audit.WriteAsync(scope, request.OperationName ?? "anonymous", http.RequestAborted));
    }

    private static async ValueTask OnEventAsync(HttpContext http, RequestBuilder request, ExecutionResult result)
    {
        var audit = http.RequestServices.GetRequiredService<ReadAudit>();
        await NoteAsync(request, scope => audit.WriteHourlyAsync(scope, http.TraceIdentifier, http.RequestAborted));
    }

    // What cannot be noted is not shown (E13): the answer is withheld.
    private static async Task NoteAsync(RequestBuilder request, Func<RequestScope, Task> write)
    {
        if (!request.ContextData.TryGetValue(RequestScope.Key, out var found) || found is not RequestScope scope) return;
        try
        {
            await write(scope);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
        {
            throw new HttpProblem(StatusCodes.Status503ServiceUnavailable, Texts.Get("Error.AUDIT_UNAVAILABLE"), "AUDIT_UNAVAILABLE");
        }
    }
}
