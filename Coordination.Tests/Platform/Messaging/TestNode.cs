using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

/// <summary>One node: a store and a runtime of its own, in the tenant of the test.</summary>
internal sealed class TestNode(DocumentStore store, MessagingRuntime runtime, string tenant) : IAsyncDisposable
{
    public MessagingRuntime Runtime => runtime;

    public DocumentStore Store => store;

    public string Tenant => tenant;

    public IMessageBus Bus { get; } = runtime.CreateBus(tenant);

    public IDocumentSession Session() => store.LightweightSession(new SessionOptions(tenant));

    /// <summary>Numbers of the effects of the tenant, in the order of their commit.</summary>
    public Task<IReadOnlyList<int>> EffectsAsync(string? ofTenant = null) =>
        store.QuerySession(new SessionOptions(ofTenant ?? tenant) { Role = DatabaseRole.Worker }).RawAsync(
            "select (data->>'number')::int from mt_events where tenant_id = $1 and type = 'counted' order by seq_id",
            [ofTenant ?? tenant], row => row.GetInt32(0));

    /// <summary>Message rows of the tenant by status, as <c>status:count</c> in order.</summary>
    public Task<IReadOnlyList<string>> InboxAsync() =>
        store.QuerySession(new SessionOptions(tenant) { Role = DatabaseRole.Worker }).RawAsync(
            "select status || ':' || count(*) from wolverine_incoming_envelopes where tenant_id = $1 group by status order by status",
            [tenant], row => row.GetString(0));

    public async ValueTask DisposeAsync()
    {
        await runtime.DisposeAsync();
        await store.DisposeAsync();
        await store.Database.DisposeAsync();
    }
}
