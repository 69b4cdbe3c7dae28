using System.Globalization;
using System.Reflection;
using Npgsql;

namespace Platform.EventStore;

/// <summary>Brings the database to what the program needs (<c>db-apply</c>), or says what differs (<c>db-assert</c>).</summary>
public sealed partial class SchemaMigrator(Database database, StoreOptions options, IEnumerable<SchemaComponent> extra)
{
    private static readonly SchemaComponent Keys = new("eventstore_keys", Assembly.GetExecutingAssembly(), "keys_");
    private readonly List<SchemaComponent> _components = [new("eventstore", Assembly.GetExecutingAssembly()), .. extra];

    /// <summary>Creates roles, the keys database, tables and views that are missing. Several nodes may call it at once.</summary>
    /// <exception cref="SchemaMismatchException">The login lacks a right (the message has the SQL for an administrator), or a recorded migration is not this program's.</exception>
    public async Task ApplyAsync(CancellationToken ct = default)
    {
        await using var login = new NpgsqlConnection(database.LoginConnectionString);
        await login.OpenAsync(ct);
        // Several nodes may start on an empty database at once (B19).
        await RoleSetup.RunAsync(login, $"select pg_advisory_lock({AdvisoryLocks.Id(database.Name, "schema")})", ct);
        await RoleSetup.ApplyAsync(login, database, ct);
        await using (var keys = new NpgsqlConnection(database.KeysOwnerConnectionString))
        {
            await keys.OpenAsync(ct);
            await ApplyAsync(keys, [Keys], ct);
        }

        await using var owner = await database.Owner.OpenConnectionAsync(ct);
        await ApplyAsync(owner, _components, ct);
        await ApplyViewsAsync(owner, ct);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, IEnumerable<SchemaComponent> components, CancellationToken ct)
    {
        await RoleSetup.RunAsync(
            connection,
            """
            create table if not exists schema_migrations (component varchar(100) not null, number integer not null, name varchar(200) not null,
              sha256 varchar(64) not null, applied_at timestamptz not null, primary key (component, number));
            grant select on schema_migrations to coordination_app, coordination_worker;
            """,
            ct);
        var recorded = await RecordedAsync(connection, ct);
        foreach (var migration in components.SelectMany(c => c.Migrations()))
        {
            if (recorded.TryGetValue((migration.Component, migration.Number), out var sha))
            {
                if (sha != migration.Sha256) throw new SchemaMismatchException([Changed(migration)]);
                continue;
            }

            await using var transaction = await connection.BeginTransactionAsync(ct);
            await RoleSetup.RunAsync(connection, migration.Sql, ct);
            await using var record = new NpgsqlCommand("insert into schema_migrations values ($1, $2, $3, $4, $5)", connection)
            {
                Parameters =
                {
                    new() { Value = migration.Component }, new() { Value = migration.Number }, new() { Value = migration.Name },
                    new() { Value = migration.Sha256 }, new() { Value = TimeProvider.System.GetUtcNow() },
                },
            };
            await record.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    private async Task ApplyViewsAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        foreach (var view in options.Projections.Views)
        {
            await using var transaction = await owner.BeginTransactionAsync(ct);
            await using (var ask = new NpgsqlCommand("select to_regclass($1) is not null", owner) { Parameters = { new() { Value = view.Table } } })
                if (!(bool)(await ask.ExecuteScalarAsync(ct))!) await RoleSetup.RunAsync(owner, ViewSql.Create(view), ct);
            await ViewIndexes.ApplyAsync(owner, view.Table, view.Indexes, ct);
            foreach (var rows in view.Rows) await ViewIndexes.ApplyAsync(owner, rows.Table, rows.Indexes, ct);
            await using var register = new NpgsqlCommand("insert into projection_registry values ($1, $2, $3) on conflict do nothing", owner)
            {
                Parameters = { new() { Value = view.Name }, new() { Value = view.Version }, new() { Value = TimeProvider.System.GetUtcNow() } },
            };
            await register.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task<Dictionary<(string, int), string>> RecordedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select component, number, sha256 from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<(string, int), string>();
        while (await reader.ReadAsync(ct)) found[(reader.GetString(0), reader.GetInt32(1))] = reader.GetString(2);
        return found;
    }

    private static string Changed(Migration m) => string.Create(
        CultureInfo.InvariantCulture, $"migration {m.Component} {m.Number:000} {m.Name} was applied with another content; migrations are never edited");
}
