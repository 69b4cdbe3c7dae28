using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL;

/// <summary>The test schema behind Kestrel on a free port.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app, TestSchema schema) => (_app, Schema) = (app, schema);

    public TestSchema Schema { get; }
    public HttpClient Client { get; private set; } = null!;

    public static async Task<TestHost> StartAsync(RequestExecutorOptions? options = null, GraphQLHttpOptions? http = null)
    {
        var schema = new TestSchema();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGraphQL("/graphql", schema.Build().MakeExecutable(options ?? new RequestExecutorOptions { AllowIntrospection = true, ShowInputValues = true }), http);
        await app.StartAsync();
        return new TestHost(app, schema) { Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
