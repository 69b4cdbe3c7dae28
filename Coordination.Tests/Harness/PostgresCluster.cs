using System.Collections.Concurrent;
using Npgsql;

namespace Coordination.Tests.Harness;

/// <summary>
/// One PostgreSQL server for the test process: that of <c>COORDINATION_TEST_PG</c> (a connection string of a login that may create
/// databases and roles), else a private throw-away cluster without fsync. Databases are cloned from templates made once.
/// </summary>
public static partial class PostgresCluster
{
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static int _databases;

    /// <summary>Connection string of the maintenance database.</summary>
    public static Task<string> ConnectionStringAsync() => Server.Value;

    /// <summary>A new database, made from the template of this name; <paramref name="build"/> fills the template once per process.</summary>
    /// <returns>Its connection string; its keys database (its name and <c>_keys</c>) is cloned with it.</returns>
    public static async Task<string> CloneAsync(string template, Func<string, Task> build)
    {
        var source = await Templates.GetOrAdd(template, name => new(() => BuildAsync(name, build))).Value;
        var connectionString = await NewNameAsync();
        var target = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await AdministerAsync($"create database {target} template {source}");
        await AdministerAsync($"create database {target}_keys template {source}_keys");
        return connectionString;
    }

    /// <summary>A new empty database.</summary>
    public static async Task<string> EmptyAsync()
    {
        var connectionString = await NewNameAsync();
        await AdministerAsync($"create database {new NpgsqlConnectionStringBuilder(connectionString).Database}");
        return connectionString;
    }

    /// <summary>Drops a database and its keys database, whoever is connected.</summary>
    public static async Task DropAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await AdministerAsync($"drop database if exists {name} with (force)");
        await AdministerAsync($"drop database if exists {name}_keys with (force)");
    }

    /// <summary>Runs SQL on the maintenance database.</summary>
    public static async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Server.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends every backend of a database that holds an advisory lock, or waits for one; waits until there is one and it is gone.</summary>
    public static async Task EndLockBackendsAsync(string database, bool waiting)
    {
        await using var connection = new NpgsqlConnection(await Server.Value);
        await connection.OpenAsync();
        await using var end = new NpgsqlCommand(
            "select count(pg_terminate_backend(l.pid, 10000)) from pg_locks l join pg_database d on d.oid = l.database " +
            "where l.locktype = 'advisory' and d.datname = $1 and l.granted <> $2", connection)
        {
            Parameters = { new() { Value = database }, new() { Value = waiting } },
        };
        while ((long)(await end.ExecuteScalarAsync())! == 0) await Task.Yield();
    }

    private static async Task<string> BuildAsync(string template, Func<string, Task> build)
    {
        var name = $"t_{Environment.ProcessId}_{template}";
        await AdministerAsync($"drop database if exists {name} with (force)");
        await AdministerAsync($"drop database if exists {name}_keys with (force)");
        await AdministerAsync($"create database {name}");
        await build(new NpgsqlConnectionStringBuilder(await Server.Value) { Database = name }.ConnectionString);
        return name;
    }

    private static async Task<string> NewNameAsync() =>
        new NpgsqlConnectionStringBuilder(await Server.Value) { Database = $"d_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}" }.ConnectionString;
}
