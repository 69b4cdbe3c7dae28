using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Platform.GraphQL.Http;

/// <summary>Subscriptions as server-sent events, one connection each (graphql-sse, distinct connections mode).</summary>
internal sealed class GraphQLStreamEndpoint(IRequestExecutor executor, GraphQLHttpOptions options)
{
    private const string EventStream = "text/event-stream";

    public async Task HandleAsync(HttpContext http)
    {
        RequestBuilder request;
        ExecutionResult result;
        try
        {
            request = await RequestReader.ReadAsync(http, options);
            if (options.OnRequest is { } hook) await hook(http, request);
            if (request.Refusal is { } refusal) throw new HttpProblem(refusal.Status, refusal.Message, refusal.Code);
            // EventSource can only GET: subscriptions are allowed there, mutations are not.
            var get = HttpMethods.IsGet(http.Request.Method);
            var built = GraphQLEndpoint.Build(http, request) with { QueriesOnly = false };
            if (get && !IsReadOnly(built)) throw new HttpProblem(405, "Mutations need POST.", "METHOD_NOT_ALLOWED") { Allow = "POST" };
            result = await executor.ExecuteAsync(built, http.RequestAborted);
        }
        catch (HttpProblem problem)
        {
            await GraphQLEndpoint.RefuseAsync(http, problem, ContentNegotiation.Json);
            return;
        }
        catch (BadHttpRequestException e)
        {
            await GraphQLEndpoint.RefuseAsync(http, GraphQLEndpoint.Unreadable(e), ContentNegotiation.Json);
            return;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
            return;
        }
        try
        {
            await StreamAsync(http, request, result);
        }
        catch (Exception e) when (e is HttpProblem || (e is OperationCanceledException && http.RequestAborted.IsCancellationRequested))
        {
            // Events have left already: all that can be said is the end of the connection.
            http.Abort();
        }
        finally
        {
            if (options.OnCompleted is { } completed) await completed(http, request, result);
        }
    }

    private static bool IsReadOnly(GraphQLRequest request)
    {
        try
        {
            return !Parser.Parse(request.Query).Operations.Any(o => o.Kind == OperationKind.Mutation);
        }
        catch (SyntaxException)
        {
            // The executor gives the syntax error.
            return true;
        }
    }

    private async Task StreamAsync(HttpContext http, RequestBuilder request, ExecutionResult result)
    {
        http.Response.ContentType = EventStream + "; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache, no-transform";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await CommentAsync(http);
        if (result.Stream is null) await SendAsync(http, result);
        else
        {
            await using var events = result.Stream.GetAsyncEnumerator(http.RequestAborted);
            while (await NextAsync(http, events))
            {
                if (options.OnEvent is { } hook) await hook(http, request, events.Current);
                await SendAsync(http, events.Current);
            }
        }
        http.Response.BodyWriter.Write("event: complete\ndata:\n\n"u8);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private async Task<bool> NextAsync(HttpContext http, IAsyncEnumerator<ExecutionResult> events)
    {
        var next = events.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            var silence = Task.Delay(options.StreamHeartbeat, quiet.Token);
            if (await Task.WhenAny(next, silence) == silence && !http.RequestAborted.IsCancellationRequested) await CommentAsync(http);
            await quiet.CancelAsync();
            if (!http.RequestAborted.IsCancellationRequested) continue;
            // The source ends with the request: it must have ended before it can be disposed.
            await next;
        }
        return await next;
    }

    private static async Task CommentAsync(HttpContext http)
    {
        http.Response.BodyWriter.Write(":\n\n"u8);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private static async Task SendAsync(HttpContext http, ExecutionResult result)
    {
        http.Response.BodyWriter.Write("event: next\ndata: "u8);
        result.WriteTo(http.Response.BodyWriter);
        http.Response.BodyWriter.Write("\n\n"u8);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
