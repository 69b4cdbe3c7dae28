using Platform.EventStore;

namespace Coordination.Tests.Harness;

/// <summary>A database of its own for a test class, cloned from the template of its registrations, with a store on it. One tenant per test.</summary>
public abstract class StoreFixture : IAsyncLifetime
{
    private int _tenants;

    /// <summary>The database.</summary>
    public Database Database { get; private set; } = null!;

    /// <summary>The store.</summary>
    public DocumentStore Store { get; private set; } = null!;

    /// <summary>The daemon, not started: tests drive it by <c>CatchUpAsync</c>.</summary>
    public ProjectionDaemon Daemon { get; private set; } = null!;

    /// <summary>Connection string of the login.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Names the template; one name for one set of registrations.</summary>
    protected abstract string Template { get; }

    /// <summary>Schema beside the event store's.</summary>
    protected virtual IReadOnlyList<SchemaComponent> Components => [];

    /// <summary>New options with all registrations.</summary>
    public abstract StoreOptions CreateOptions();

    /// <summary>Seals personal data; null for none.</summary>
    protected virtual IEventProtector? CreateProtector(Database database) => null;

    /// <summary>A tenant that no other test has.</summary>
    public string NewTenant() => $"dac-{Interlocked.Increment(ref _tenants)}";

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        ConnectionString = await PostgresCluster.CloneAsync(Template, async connectionString =>
        {
            await using var database = new Database(new DatabaseOptions { ConnectionString = connectionString });
            await new SchemaMigrator(database, CreateOptions(), Components).ApplyAsync();
        });
        Database = new Database(new DatabaseOptions { ConnectionString = ConnectionString });
        Store = new DocumentStore(Database, CreateOptions(), CreateProtector(Database));
        Daemon = new ProjectionDaemon(Store);
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        await Daemon.DisposeAsync();
        await Store.DisposeAsync();
        await Database.DisposeAsync();
        await PostgresCluster.DropAsync(ConnectionString);
    }
}
