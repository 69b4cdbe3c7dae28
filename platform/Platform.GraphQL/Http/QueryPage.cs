using System.Net;
using System.Text.Json;

namespace Platform.GraphQL.Http;

/// <summary>What a browser gets in Development.</summary>
internal static class QueryPage
{
    public static string Html(string? assets, string? header) => assets is null ? Plain.Replace(HeaderPlace, Extra(header), StringComparison.Ordinal) : $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>GraphiQL</title>
        <link rel="stylesheet" href="{WebUtility.HtmlEncode(assets)}/graphiql.css"></head>
        <body><div id="graphiql" style="height:100vh"></div>
        <script type="module" src="{WebUtility.HtmlEncode(assets)}/graphiql.js"></script></body></html>
        """;

    private const string HeaderPlace = "/*header*/";

    // The default encoder escapes < and >, so that no name closes the script.
    private static string Extra(string? header) => header is null ? "" : $", {JsonSerializer.Serialize(header)}: '1'";

    private const string Plain = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>GraphQL</title>
        <style>body{font:16px system-ui;margin:2rem;max-width:60rem}textarea,pre{width:100%;box-sizing:border-box;font:14px monospace}
        pre{background:#f4f4f4;padding:1rem;white-space:pre-wrap}</style></head>
        <body><h1>GraphQL</h1><p><a href="?sdl">Schema</a>. Subscriptions: POST to this address followed by <code>/stream</code>.</p>
        <form><p><label>Query<br><textarea id="query" rows="14">{ __typename }</textarea></label></p>
        <p><label>Variables (JSON)<br><textarea id="variables" rows="4"></textarea></label></p><p><button>Run</button></p></form>
        <pre id="result" aria-live="polite"></pre>
        <script>
        document.querySelector('form').addEventListener('submit', async event => {
          event.preventDefault();
          const result = document.getElementById('result');
          try {
            const variables = document.getElementById('variables').value.trim();
            const response = await fetch(location.pathname, {
              method: 'POST', credentials: 'same-origin',
              headers: { 'content-type': 'application/json'/*header*/ },
              body: JSON.stringify({ query: document.getElementById('query').value, variables: variables ? JSON.parse(variables) : null }),
            });
            result.textContent = JSON.stringify(await response.json(), null, 2);
          } catch (error) { result.textContent = String(error); }
        });
        </script></body></html>
        """;
}
