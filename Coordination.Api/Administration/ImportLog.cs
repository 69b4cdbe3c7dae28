using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Administration;

/// <summary>What imports did: numbers and refused lines.</summary>
public sealed class ImportLog(Database database)
{
    private const int MostRefusals = 200;

    /// <summary>Imports, the last one first.</summary>
    public async Task<IReadOnlyList<DirectoryImportNode>> ReadAsync(int most, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand(
            "select id, kind, as_of, imported_at, complete, lines, refused, added, changed, closed from directory_import order by imported_at desc, id desc limit $1");
        command.Parameters.Add(new NpgsqlParameter { Value = most });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<DirectoryImportNode>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new(
                reader.GetGuid(0), reader.GetString(1).ToUpperInvariant(), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetBoolean(4),
                reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8), reader.GetInt32(9)));
        return found;
    }

    /// <summary>The first refused lines of an import.</summary>
    public async Task<IReadOnlyList<ImportRefusalNode>> RefusalsAsync(Guid import, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand("select line, field, rule from directory_import_refusal where import = $1 order by line limit $2");
        command.Parameters.Add(new NpgsqlParameter { Value = import });
        command.Parameters.Add(new NpgsqlParameter { Value = MostRefusals });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<ImportRefusalNode>();
        while (await reader.ReadAsync(cancellation)) found.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return found;
    }
}
