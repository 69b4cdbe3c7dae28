using Npgsql;

namespace Platform.EventStore;

/// <summary>Roles and the keys database: the only part of the schema that is outside one database, done with the login's own rights.</summary>
internal static class RoleSetup
{
    private static readonly string[] Roles = ["coordination_owner", "coordination_app", "coordination_worker", "coordination_audit", "coordination_analyst"];

    internal static async Task ApplyAsync(NpgsqlConnection login, Database database, CancellationToken ct)
    {
        foreach (var role in Roles)
            await TryAsync(login, $"select from pg_roles where rolname = '{role}'", $"create role {role} nologin", ct);
        foreach (var role in Roles[..4])
            await TryAsync(login, $"select where pg_has_role(current_user, '{role}', 'member')", $"grant {role} to {await LoginAsync(login, ct)}", ct);
        await GrantSchemaAsync(login, ct);
        await TryAsync(
            login, "select where has_database_privilege('coordination_owner', current_database(), 'create')",
            $"grant create on database {Quoted(database.Name)} to coordination_owner", ct);
        var keys = new NpgsqlConnectionStringBuilder(database.KeysLoginConnectionString);
        var here = new NpgsqlConnectionStringBuilder(database.LoginConnectionString);
        if (keys.Host == here.Host && keys.Port == here.Port)
        {
            var name = keys.Database!;
            await TryAsync(
                login, $"select from pg_database where datname = '{name.Replace("'", "''", StringComparison.Ordinal)}'", $"create database {Quoted(name)}",
                ct);
        }

        await using var keysLogin = new NpgsqlConnection(database.KeysLoginConnectionString);
        await keysLogin.OpenAsync(ct);
        await GrantSchemaAsync(keysLogin, ct);
    }

    internal static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Task GrantSchemaAsync(NpgsqlConnection connection, CancellationToken ct) => TryAsync(
        connection,
        "select where has_schema_privilege('coordination_owner', 'public', 'create') and has_schema_privilege('coordination_worker', 'public', 'usage')",
        "grant create, usage on schema public to coordination_owner; grant usage on schema public to coordination_app, coordination_worker, coordination_analyst",
        ct);

    private static async Task<string> LoginAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select quote_ident(current_user)", connection);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task TryAsync(NpgsqlConnection connection, string exists, string change, CancellationToken ct)
    {
        await using (var ask = new NpgsqlCommand(exists, connection))
        await using (var reader = await ask.ExecuteReaderAsync(ct))
            if (reader.HasRows) return;
        try
        {
            await RunAsync(connection, change, ct);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateDatabase)
        {
            // Another database of this server was set up at the same time; roles are the server's.
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaMismatchException([$"the login may not set up roles or databases; an administrator must run in database {connection.Database}: {change};"]);
        }
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
