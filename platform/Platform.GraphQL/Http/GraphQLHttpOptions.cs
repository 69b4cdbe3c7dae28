using Microsoft.AspNetCore.Http;

namespace Platform.GraphQL;

/// <summary>How the HTTP endpoints behave.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>Largest request body, in bytes, after decompression if any.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>Longest query string of a GET, in characters. Below Kestrel's bound of 8 KiB for a request line, whose refusal has no body.</summary>
    public int MaxQueryStringLength { get; init; } = 6 * 1024;

    /// <summary>Whether a browser that opens the endpoint gets the query page (Development).</summary>
    public bool EnableTool { get; init; }

    /// <summary>Folder address of the GraphiQL build (<c>graphiql.js</c>, <c>graphiql.css</c>); null for the plain built-in page.</summary>
    public string? GraphiqlAssetPath { get; init; }

    /// <summary>Name of a header that the built-in plain page sends, with the value 1, for hosts that ask one of scripts; null for none.</summary>
    public string? ToolHeader { get; init; }

    /// <summary>Silence after which a stream sends a comment, so that proxies keep it open.</summary>
    public TimeSpan StreamHeartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Called before execution: puts the subject into the data, or refuses with a status code.</summary>
    public Func<HttpContext, RequestBuilder, ValueTask>? OnRequest { get; init; }

    /// <summary>Called for each event of a stream when it is known, before it is written; an <see cref="HttpProblem"/> ends the stream.</summary>
    public Func<HttpContext, RequestBuilder, ExecutionResult, ValueTask>? OnEvent { get; init; }

    /// <summary>Called when the answer is known, before it is written (for a stream: once, when it ends); an <see cref="HttpProblem"/> takes its place.</summary>
    public Func<HttpContext, RequestBuilder, ExecutionResult, ValueTask>? OnCompleted { get; init; }
}
