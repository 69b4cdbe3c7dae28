using System.Globalization;
using Npgsql;

namespace Platform.EventStore;

public sealed partial class SchemaMigrator
{
    /// <summary>Whether <c>fsync</c> and <c>full_page_writes</c> must be on; false for a throw-away cluster of tests.</summary>
    public bool RequireDurability { get; init; } = true;

    /// <summary>Checks as the app role that the database is as the program needs it; changes nothing.</summary>
    /// <exception cref="SchemaMismatchException">Names every difference.</exception>
    public async Task AssertAsync(CancellationToken ct = default)
    {
        var differences = new List<string>();
        try
        {
            await using var app = await database.App.OpenConnectionAsync(ct);
            differences.AddRange(await SettingsAsync(app, ct));
            differences.AddRange(await MigrationsAsync(app, ct));
            if (differences.Count == 0) differences.AddRange(await ViewsAsync(app, ct));
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedTable)
        {
            differences.Add("the schema or its roles are missing or not granted to the login: run db-apply");
        }

        if (differences.Count > 0) throw new SchemaMismatchException(differences);
    }

    private async Task<List<string>> SettingsAsync(NpgsqlConnection app, CancellationToken ct)
    {
        var wrong = new List<string>();
        if (app.PostgreSqlVersion.Major < 15) wrong.Add($"PostgreSQL is {app.PostgreSqlVersion.Major}, at least 15 is needed");
        await using var command = new NpgsqlCommand(
            "select current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'), pg_encoding_to_char(encoding), " +
            "(select rolsuper or rolbypassrls from pg_roles where rolname = current_user) from pg_database where datname = current_database()", app);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        if (row.GetString(0) is "off" or "local") wrong.Add($"synchronous_commit is {row.GetString(0)}, acknowledged commits would be lost in a crash: set it on");
        if (RequireDurability && row.GetString(1) != "on") wrong.Add("fsync is off: set it on");
        if (RequireDurability && row.GetString(2) != "on") wrong.Add("full_page_writes is off: set it on");
        if (row.GetString(3) != "UTF8") wrong.Add($"the database's encoding is {row.GetString(3)}, UTF8 is needed");
        if (row.GetBoolean(4)) wrong.Add("the app role is a superuser or bypasses row-level security: revoke that");
        return wrong;
    }

    private async Task<List<string>> MigrationsAsync(NpgsqlConnection app, CancellationToken ct)
    {
        var recorded = await RecordedAsync(app, ct);
        var needed = _components.SelectMany(c => c.Migrations()).ToDictionary(m => (m.Component, m.Number));
        var wrong = new List<string>();
        foreach (var m in needed.Values)
            if (!recorded.TryGetValue((m.Component, m.Number), out var sha)) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"migration {m.Component} {m.Number:000} {m.Name} is missing: run db-apply"));
            else if (sha != m.Sha256) wrong.Add(Changed(m));
        foreach (var (component, number) in recorded.Keys.Where(k => !needed.ContainsKey(k) && _components.Any(c => c.Name == k.Item1)))
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"migration {component} {number:000} is unknown to this program: it is older than the database"));
        return wrong;
    }

    private async Task<List<string>> ViewsAsync(NpgsqlConnection app, CancellationToken ct)
    {
        var wrong = new List<string>();
        foreach (var table in options.Projections.Views.SelectMany(v => v.Rows).Select(r => r.Table))
        {
            await using var ask = new NpgsqlCommand("select relrowsecurity and relforcerowsecurity from pg_class where oid = to_regclass($1)", app) { Parameters = { new() { Value = table } } };
            if (await ask.ExecuteScalarAsync(ct) is not true) wrong.Add($"table {table} is missing or has no forced row-level security: run db-apply");
        }

        foreach (var view in options.Projections.Views)
        {
            await using var command = new NpgsqlCommand(
                "select (select active_version from projection_registry where name = $1), (select relrowsecurity and relforcerowsecurity from pg_class where oid = to_regclass($2))", app)
            {
                Parameters = { new() { Value = view.Name }, new() { Value = view.Table } },
            };
            await using var row = await command.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            if (row.IsDBNull(1)) wrong.Add($"view table {view.Table} is missing: run db-apply");
            else if (!row.GetBoolean(1)) wrong.Add($"view table {view.Table} has no forced row-level security");
            else if (row.GetInt32(0) != view.Version) wrong.Add($"view {view.Name} is active at version {row.GetInt32(0)}, this program needs {view.Version}: rebuild it");
        }

        return wrong;
    }
}
