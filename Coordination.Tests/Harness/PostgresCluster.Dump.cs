using System.Text;
using Npgsql;

namespace Coordination.Tests.Harness;

public static partial class PostgresCluster
{
    /// <summary>A plain dump of a database.</summary>
    public static async Task DumpAsync(string connectionString, string file) =>
        await RunAsync($"{FindBinaries()}/pg_dump", "--format=plain", "--file", file, Address(connectionString));

    /// <summary>A new database with what a plain dump holds.</summary>
    public static async Task<string> RestoreAsync(string file)
    {
        var target = await EmptyAsync();
        await RunAsync($"{FindBinaries()}/psql", "--quiet", "--set=ON_ERROR_STOP=1", "--file", file, Address(target));
        return target;
    }

    /// <summary>Which of the texts stand in the files of a database and in the write-ahead log, as they are on disk.</summary>
    public static async Task<IReadOnlyList<string>> FindOnDiskAsync(string connectionString, params string[] texts)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using (var flush = new NpgsqlCommand("checkpoint", connection)) await flush.ExecuteNonQueryAsync();
        await using (var next = new NpgsqlCommand("select pg_switch_wal()", connection)) await next.ExecuteNonQueryAsync();
        await using var where = new NpgsqlCommand(
            "select current_setting('data_directory') || '/base/' || oid, current_setting('data_directory') || '/pg_wal' from pg_database where datname = current_database()", connection);
        await using var row = await where.ExecuteReaderAsync();
        await row.ReadAsync();
        return [.. new[] { row.GetString(0), row.GetString(1) }.SelectMany(f => Directory.GetFiles(f)).SelectMany(f => FindIn(f, texts)).Distinct().Order()];
    }

    /// <summary>Which of the texts stand in a file.</summary>
    public static IEnumerable<string> FindIn(string file, params string[] texts)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            // The server took it away meanwhile.
            return [];
        }

        return texts.Where(t => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(t)) >= 0);
    }

    private static string Address(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return $"host={builder.Host} port={builder.Port} user={builder.Username} dbname={builder.Database}";
    }
}
