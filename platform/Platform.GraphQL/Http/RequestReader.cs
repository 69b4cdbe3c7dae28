using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Platform.GraphQL.Http;

/// <summary>HTTP to request parameters, by GraphQL over HTTP; strict where parsers are known to differ.</summary>
internal static class RequestReader
{
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = 64, AllowDuplicateProperties = false };
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static async Task<RequestBuilder> ReadAsync(HttpContext http, GraphQLHttpOptions options)
    {
        if (HttpMethods.IsGet(http.Request.Method)) return FromQuery(http.Request, options);
        if (!HttpMethods.IsPost(http.Request.Method))
            throw new HttpProblem(405, "Use GET or POST.", "METHOD_NOT_ALLOWED") { Allow = "GET, POST" };
        CheckContentType(http.Request);
        if (http.Request.ContentLength > options.MaxBodyBytes) throw TooLarge(options);
        return Parse(await ReadBodyAsync(http, options));
    }

    private static void CheckContentType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new HttpProblem(415, "The content type must be application/json.", "UNSUPPORTED_MEDIA_TYPE");
        if (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new HttpProblem(415, "The charset must be utf-8.", "UNSUPPORTED_MEDIA_TYPE");
        if (request.Headers.ContentEncoding.Count > 0)
            throw new HttpProblem(415, "Compressed requests are not taken.", "UNSUPPORTED_MEDIA_TYPE");
    }

    private static HttpProblem TooLarge(GraphQLHttpOptions options) =>
        new(413, $"The body is larger than {options.MaxBodyBytes} bytes.", "BODY_TOO_LARGE");

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http, GraphQLHttpOptions options)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > options.MaxBodyBytes) throw TooLarge(options);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static RequestBuilder Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        JsonDocument json;
        try
        {
            _ = StrictUtf8.GetCharCount(body.Span);
            json = JsonDocument.Parse(body, JsonOptions);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw new HttpProblem(400, "The body is not JSON in UTF-8, is nested deeper than 64 levels, or repeats a key.");
        }
        var root = json.RootElement;
        if (root.ValueKind == JsonValueKind.Array) throw new HttpProblem(400, "Batches of operations are not taken.");
        if (root.ValueKind != JsonValueKind.Object) throw new HttpProblem(400, "The body must be a JSON object.");
        var query = Text(root, "query");
        if (string.IsNullOrEmpty(query)) throw new HttpProblem(400, "\"query\" must be a text that is not empty.");
        _ = Map(root, "extensions");
        return new RequestBuilder(query, Text(root, "operationName"), Map(root, "variables"));
    }

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new HttpProblem(400, $"\"{name}\" must be a text.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new HttpProblem(400, $"\"{name}\" has a lone surrogate.");
        }
    }

    private static JsonElement? Map(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Object ? value : throw new HttpProblem(400, $"\"{name}\" must be an object.");
    }

    private static RequestBuilder FromQuery(HttpRequest request, GraphQLHttpOptions options)
    {
        if (request.QueryString.Value?.Length > options.MaxQueryStringLength)
            throw new HttpProblem(414, $"The query string is longer than {options.MaxQueryStringLength} characters.", "URI_TOO_LONG");
        var query = request.Query["query"];
        if (query.Count != 1 || string.IsNullOrEmpty(query)) throw new HttpProblem(400, "\"query\" must be given once and not be empty.");
        var operation = request.Query["operationName"];
        _ = QueryMap(request, "extensions");
        return new RequestBuilder(query.ToString(), operation.Count == 0 || operation == "" ? null : operation.ToString(),
            QueryMap(request, "variables"));
    }

    private static JsonElement? QueryMap(HttpRequest request, string name)
    {
        var text = request.Query[name].ToString();
        if (text.Length == 0) return null;
        try
        {
            var root = JsonDocument.Parse(text, JsonOptions).RootElement;
            if (root.ValueKind == JsonValueKind.Null) return null;
            return root.ValueKind == JsonValueKind.Object ? root : throw new HttpProblem(400, $"\"{name}\" must be a JSON object.");
        }
        catch (JsonException)
        {
            throw new HttpProblem(400, $"\"{name}\" must be a JSON object.");
        }
    }
}
