using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>Writes reference data: what is there already is brought up to date, so an import can be run again.</summary>
public sealed class DirectoryImport(Database database)
{
    /// <summary>Imports everything given in one transaction.</summary>
    public async Task ImportAsync(
        IEnumerable<OrganizationEntry> organizations, IEnumerable<ProfessionalEntry> professionals,
        IEnumerable<(string Id, string Name)> territories, IEnumerable<CommuneEntry> communes, CancellationToken cancellation)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var o in organizations)
            Add(batch, """
                insert into directory_organization (finess, name, category, commune) values ($1, $2, $3, $4)
                on conflict (finess) do update set name = excluded.name, category = excluded.category, commune = excluded.commune
                """, o.Finess, o.Name, o.Category, o.Commune);
        foreach (var p in professionals)
            Add(batch, """
                insert into directory_professional (id, rpps, display_name, function, organization, phone) values ($1, $2, $3, $4, $5, $6)
                on conflict (id) do update set rpps = excluded.rpps, display_name = excluded.display_name, function = excluded.function,
                    organization = excluded.organization, phone = excluded.phone
                """, p.Id, p.Rpps, p.DisplayName, p.Function, p.Organization, p.Phone);
        foreach (var (id, name) in territories)
            Add(batch, "insert into directory_territory (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name", id, name);
        foreach (var c in communes)
            Add(batch, """
                insert into directory_commune (insee, name, territory) values ($1, $2, $3)
                on conflict (insee) do update set name = excluded.name, territory = excluded.territory
                """, c.Insee, c.Name, c.Territory);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }
}
