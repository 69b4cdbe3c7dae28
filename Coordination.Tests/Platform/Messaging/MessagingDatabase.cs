using System.Globalization;
using Coordination.Tests.Harness;
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
        _connectionString = await PostgresCluster.CloneAsync("messaging", async template =>
        {
            await using var database = new Database(new DatabaseOptions { ConnectionString = template });
            await new SchemaMigrator(database, StoreOptions(TimeProvider.System), [MessagingSchema.Component]).ApplyAsync();
        });
    }

    public Task DisposeAsync() => PostgresCluster.DropAsync(_connectionString);

    internal TestNode Node(Action<MessagingOptions> configure, TimeProvider? clock = null, string? tenant = null)
    {
        var options = new MessagingOptions();
        configure(options);
        tenant ??= "T" + Interlocked.Increment(ref _tenants).ToString(CultureInfo.InvariantCulture);
        var store = new DocumentStore(OpenDatabase(), StoreOptions(clock ?? TimeProvider.System));
        return new TestNode(store, new MessagingRuntime(store, options), tenant);
    }

    internal Task CutConnectionsAsync() => ExecuteAsSuperuserAsync(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

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
