using Coordination.Domain.Directory;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>Writes reference data: what is there already is brought up to date, so an import can be run again.</summary>
public sealed class DirectoryImport(Database database, AreaWriter areas)
{
    /// <summary>Imports everything given in one transaction, then lets the communes belong to their territories.</summary>
    public async Task ImportAsync(
        IEnumerable<OrganizationEntry> organizations, IEnumerable<ProfessionalEntry> professionals,
        IEnumerable<(string Id, string Name)> territories, IEnumerable<CommuneEntry> communes, CancellationToken cancellation)
    {
        var covered = communes.ToList();
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
        foreach (var c in covered)
            Add(batch, "insert into directory_commune (insee, name) values ($1, $2) on conflict (insee) do update set name = excluded.name", c.Insee, c.Name);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
        foreach (var territory in covered.Where(c => c.Territory is not null).GroupBy(c => c.Territory!))
            await areas.AttachAsync(new(territory.Key), AreaKind.Territory, territory.Key, territory.Select(c => c.Insee), AreaWriter.Always, cancellation);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }
}
