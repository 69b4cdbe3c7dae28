using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Platform.GraphQL.Http;

internal static class ContentNegotiation
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The media type of the answer: no <c>Accept</c> or a wildcard means JSON.</summary>
    /// <exception cref="HttpProblem">406: none of the accepted types can be given.</exception>
    public static string Choose(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0) return Json;
        if (MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            foreach (var type in accepted.Where(t => t.Quality != 0).OrderByDescending(t => t.Quality ?? 1))
            {
                if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) continue;
                if (type.MediaType.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase)) return GraphQLResponse;
                if (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || type.MatchesAllTypes
                    || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase)) return Json;
            }
        }
        throw new HttpProblem(406, $"The answer can be {GraphQLResponse} or {Json}.", "NOT_ACCEPTABLE");
    }

    public static bool PrefersHtml(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Query.ContainsKey("query")
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(t => t.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
