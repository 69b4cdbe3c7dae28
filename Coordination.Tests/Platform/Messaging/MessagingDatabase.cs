using System.Globalization;
using Npgsql;
using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

/// <summary>One database for a test class; each test takes a tenant and as many nodes as it needs.</summary>
public sealed class MessagingDatabase : IAsyncLifetime
{
    private string _connectionString = string.Empty;
    private int _tenants;

    public async Task InitializeAsync()
    {
        _connectionString = await TestServer.CreateDatabaseAsync("messaging");
        await using var database = OpenDatabase();
        await new SchemaMigrator(database, StoreOptions(TimeProvider.System), [MessagingSchema.Component]).ApplyAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal TestNode Node(Action<MessagingOptions> configure, TimeProvider? clock = null, string? tenant = null)
    {
        var options = new MessagingOptions();
        configure(options);
        tenant ??= "T" + Interlocked.Increment(ref _tenants).ToString(CultureInfo.InvariantCulture);
        var store = new DocumentStore(OpenDatabase(), StoreOptions(clock ?? TimeProvider.System));
        return new TestNode(store, new MessagingRuntime(store, options), tenant);
    }

    internal async Task ExecuteAsSuperuserAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private Database OpenDatabase() => new(new DatabaseOptions { ConnectionString = _connectionString });

    private static StoreOptions StoreOptions(TimeProvider clock)
    {
        var options = new StoreOptions { Clock = clock };
        options.Events.Map<Counted>("counted");
        options.Aggregates.Map<Counter>("counter", (state, _) => new Counter((state?.Total ?? 0) + 1));
        return options;
    }
}
