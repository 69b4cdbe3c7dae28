using Microsoft.AspNetCore.Http;

namespace Platform.GraphQL.Http;

/// <summary>One HTTP request to one answer.</summary>
internal sealed class GraphQLEndpoint(IRequestExecutor executor, GraphQLHttpOptions options)
{
    public async Task HandleAsync(HttpContext http)
    {
        var mediaType = ContentNegotiation.Json;
        try
        {
            if (HttpMethods.IsGet(http.Request.Method) && http.Request.Query.ContainsKey("sdl"))
            {
                if (!executor.Options.AllowIntrospection)
                    throw new HttpProblem(403, "The schema is not shown here.", "INTROSPECTION_DISABLED");
                http.Response.ContentType = "text/plain; charset=utf-8";
                await http.Response.WriteAsync(executor.Schema.Print(), http.RequestAborted);
                return;
            }
            if (options.EnableTool && ContentNegotiation.PrefersHtml(http.Request))
            {
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync(QueryPage.Html(options.GraphiqlAssetPath, options.ToolHeader), http.RequestAborted);
                return;
            }
            mediaType = ContentNegotiation.Choose(http.Request);
            var request = await RequestReader.ReadAsync(http, options);
            if (options.OnRequest is { } hook) await hook(http, request);
            if (request.Refusal is { } refusal) throw new HttpProblem(refusal.Status, refusal.Message, refusal.Code);
            var result = await executor.ExecuteAsync(Build(http, request), http.RequestAborted);
            if (result.Stream is not null)
                throw new HttpProblem(400, "Subscriptions are served as an event stream, at the address that ends in /stream.");
            if (options.OnCompleted is { } completed) await completed(http, request, result);
            await WriteAsync(http, result, mediaType);
        }
        catch (HttpProblem problem)
        {
            await RefuseAsync(http, problem, mediaType);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(http, Unreadable(e), mediaType);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    /// <summary>The transport gave up: too large, too slow, or broken off.</summary>
    internal static HttpProblem Unreadable(BadHttpRequestException e) => e.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => new(e.StatusCode, "The body comes too slowly.", "REQUEST_TIMEOUT"),
        StatusCodes.Status413PayloadTooLarge => new(e.StatusCode, "The body is too large.", "BODY_TOO_LARGE"),
        _ => new(e.StatusCode, "The body cannot be read."),
    };

    internal static GraphQLRequest Build(HttpContext http, RequestBuilder request) => new(request.Query)
    {
        OperationName = request.OperationName,
        Variables = request.Variables,
        Services = http.RequestServices,
        ContextData = request.ContextData,
        QueriesOnly = HttpMethods.IsGet(http.Request.Method),
    };

    internal static async Task RefuseAsync(HttpContext http, HttpProblem problem, string mediaType)
    {
        if (problem.Allow is not null) http.Response.Headers.Allow = problem.Allow;
        if (problem.Status is 401) http.Response.Headers.WWWAuthenticate = "Bearer";
        http.Response.StatusCode = problem.Status;
        var result = ExecutionResult.RequestError(new GraphQLError(problem.Message) { Code = problem.Code });
        await WriteBodyAsync(http, result, mediaType);
    }

    private static async Task WriteAsync(HttpContext http, ExecutionResult result, string mediaType)
    {
        if (result.IsMethodRefused)
        {
            http.Response.Headers.Allow = "POST";
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else http.Response.StatusCode = Status(result, mediaType);
        await WriteBodyAsync(http, result, mediaType);
    }

    // A document error is 200 under application/json: older clients take any other status for a broken transport.
    private static int Status(ExecutionResult result, string mediaType) =>
        result.IsExecuted || (mediaType == ContentNegotiation.Json && result.Errors[0].Code is not "BAD_REQUEST")
            ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private static async Task WriteBodyAsync(HttpContext http, ExecutionResult result, string mediaType)
    {
        http.Response.ContentType = mediaType + "; charset=utf-8";
        result.WriteTo(http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
