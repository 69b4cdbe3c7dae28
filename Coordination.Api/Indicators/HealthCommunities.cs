using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Indicators;

/// <summary>A CPTS: the communes its analysts read figures of, and under how many persons a figure is masked.</summary>
public sealed record HealthCommunity(string Id, string Name, int SmallCellLimit, IReadOnlyList<string> Communes);

/// <summary>Reference data of the CPTS.</summary>
public sealed class HealthCommunities(Database database)
{
    /// <summary>The CPTS; null when there is none of this id.</summary>
    public async Task<HealthCommunity?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand(
            """
            select id, name, small_cell_limit, array(select insee from health_community_commune where community = id order by insee)
            from health_community where id = $1
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetFieldValue<string[]>(3))
            : null;
    }

    /// <summary>Writes a CPTS with exactly these communes, in one transaction; can be run again.</summary>
    public async Task SaveAsync(HealthCommunity community, CancellationToken cancellation)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        void Add(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }

        Add("""
            insert into health_community (id, name, small_cell_limit) values ($1, $2, $3)
            on conflict (id) do update set name = excluded.name, small_cell_limit = excluded.small_cell_limit
            """, community.Id, community.Name, community.SmallCellLimit);
        Add("delete from health_community_commune where community = $1", community.Id);
        Add("insert into health_community_commune (community, insee) select $1, unnest($2::text[])", community.Id, community.Communes.ToArray());
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
