using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Platform.EventStore;

/// <summary>The indexes of a view's table follow what the view declares, on a database that is there already too.</summary>
internal static class ViewIndexes
{
    /// <summary>Makes those that are missing and drops those no longer declared; without a change it takes no lock.</summary>
    internal static async Task ApplyAsync(NpgsqlConnection owner, string table, IReadOnlyList<string[]> declared, CancellationToken ct)
    {
        var wanted = declared.ToDictionary(columns => Name(table, columns));
        var present = await PresentAsync(owner, table, ct);
        foreach (var (name, columns) in wanted.Where(w => !present.Contains(w.Key)))
            await RoleSetup.RunAsync(owner, $"create index {name} on {table} (tenant_id, {string.Join(", ", columns)})", ct);
        foreach (var name in present.Where(n => !wanted.ContainsKey(n))) await RoleSetup.RunAsync(owner, $"drop index {name}", ct);
    }

    // The name says the columns: other columns are another index.
    private static string Name(string table, string[] columns) =>
        $"{table}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', columns))))[..8]}";

    private static async Task<HashSet<string>> PresentAsync(NpgsqlConnection owner, string table, CancellationToken ct)
    {
        const string Sql = "select i.indexrelid::regclass::text from pg_index i where i.indrelid = to_regclass($1) and not i.indisprimary";
        await using var command = new NpgsqlCommand(Sql, owner) { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>();
        while (await reader.ReadAsync(ct)) names.Add(reader.GetString(0));
        return names;
    }
}
