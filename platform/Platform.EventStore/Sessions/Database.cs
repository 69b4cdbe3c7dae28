using Npgsql;

namespace Platform.EventStore;

/// <summary>Data sources per role, one pool each. The role is a start-up option of the connection, so it survives the pool's reset.</summary>
public sealed class Database : IAsyncDisposable
{
    private const int PreparedStatements = 100;

    // What a screen asks for is over before its expressions are compiled or a second process has started: either costs tens of milliseconds.
    private const string ShortStatements = "-c jit=off -c max_parallel_workers_per_gather=0";

    private readonly DatabaseOptions _options;

    /// <summary>Opens no connection yet.</summary>
    public Database(DatabaseOptions options)
    {
        _options = options;
        Name = new NpgsqlConnectionStringBuilder(options.ConnectionString).Database
            ?? throw new ArgumentException("The connection string names no database.", nameof(options));
        App = Source(options.ConnectionString, DatabaseRole.App);
        Worker = Source(options.ConnectionString, DatabaseRole.Worker);
        Owner = Source(options.OwnerConnectionString ?? options.ConnectionString, DatabaseRole.Owner);
        Audit = Source(options.ConnectionString, DatabaseRole.Audit);
        Keys = Source(KeysConnectionString, DatabaseRole.Worker);
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>Connections of the app role.</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Connections of the worker role.</summary>
    public NpgsqlDataSource Worker { get; }

    /// <summary>Connections of the owner role.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Connections of the role that may only add to the read audit.</summary>
    public NpgsqlDataSource Audit { get; }

    /// <summary>Connections of the worker role to the database of wrapped keys.</summary>
    public NpgsqlDataSource Keys { get; }

    internal string LoginConnectionString => With(_options.OwnerConnectionString ?? _options.ConnectionString, null, pooled: false);

    internal string KeysLoginConnectionString => With(KeysConnectionString, null, pooled: false);

    internal string KeysOwnerConnectionString => With(KeysConnectionString, DatabaseRole.Owner, pooled: false);

    internal string LeaderConnectionString => With(_options.ConnectionString, DatabaseRole.Worker, pooled: false);

    private string KeysConnectionString => _options.KeysConnectionString
        ?? new NpgsqlConnectionStringBuilder(_options.OwnerConnectionString ?? _options.ConnectionString) { Database = Name + "_keys" }.ConnectionString;

    /// <summary>The data source of a role.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The analyst has no source here.</exception>
    public NpgsqlDataSource For(DatabaseRole role) => role switch
    {
        DatabaseRole.App => App,
        DatabaseRole.Worker => Worker,
        DatabaseRole.Owner => Owner,
        DatabaseRole.Audit => Audit,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var source in new[] { App, Worker, Owner, Audit, Keys }) await source.DisposeAsync();
    }

    internal static string RoleName(DatabaseRole role) => role switch
    {
        DatabaseRole.App => "coordination_app",
        DatabaseRole.Worker => "coordination_worker",
        DatabaseRole.Owner => "coordination_owner",
        DatabaseRole.Audit => "coordination_audit",
        _ => "coordination_analyst",
    };

    private static void PrepareRepeated(NpgsqlConnectionStringBuilder builder)
    {
        // Planning costs more than running most of our statements; and a pool that keeps prepared ones does not throw away,
        // at each return of a connection, the plans of functions and foreign keys with them (DISCARD ALL).
        builder.MaxAutoPrepare = PreparedStatements;
        builder.AutoPrepareMinUsages = 2;
    }

    private NpgsqlDataSource Source(string connectionString, DatabaseRole role) =>
        NpgsqlDataSource.Create(With(connectionString, role, pooled: true));

    private string With(string connectionString, DatabaseRole? role, bool pooled)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = _options.ApplicationName };
        if (!pooled) builder.Pooling = false;
        if (role is DatabaseRole.App or DatabaseRole.Worker or DatabaseRole.Audit) PrepareRepeated(builder);
        if (role is { } r) builder.Options = $"{builder.Options} -c role={RoleName(r)} {(role is DatabaseRole.App ? ShortStatements : "")}".Trim();
        return builder.ConnectionString;
    }
}
