using Coordination.Api.Directory;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Indicators;

/// <summary>A CPTS: under how many persons its figures are masked, and its communes, each with its days.</summary>
public sealed record HealthCommunity(string Id, string Name, int SmallCellLimit, IReadOnlyList<CommuneAttachment> Communes)
{
    /// <summary>Old codes of its communes, which facts may bear.</summary>
    public IReadOnlyList<CommuneMerger> Mergers { get; init; } = [];

    /// <summary>Every code that may stand for one of its communes.</summary>
    public string[] Codes => [.. Communes.Select(c => c.Commune.Value).Concat(Mergers.Select(m => m.Commune)).Concat(Mergers.Select(m => m.Into)).Distinct()];

    /// <summary>Whether a commune counted for it on a day; one that had merged by then counts as the one it became.</summary>
    public bool Holds(CommuneCode commune, DateOnly day) =>
        Communes.Any(c => c.Commune == commune && c.HoldsOn(day))
        || Mergers.Any(m => m.Commune == commune.Value && (m.On is not { } on || on <= day) && Communes.Any(c => c.Commune.Value == m.Into && c.HoldsOn(day)));
}

/// <summary>Reference data of the CPTS.</summary>
public sealed class HealthCommunities(Database database, CommuneCover cover, AreaWriter areas)
{
    /// <summary>The CPTS; null when there is none of this id.</summary>
    public async Task<HealthCommunity?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand("select id, name, small_cell_limit from health_community where id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var communes = (await cover.FindAsync(AreaKind.HealthCommunity, id, cancellation))?.Attachments ?? [];
        return new(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), communes)
        {
            Mergers = await cover.MergersAsync(communes.Select(c => c.Commune.Value), cancellation),
        };
    }

    /// <summary>The CPTS that a territory administers, by name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name, int SmallCellLimit)>> OfAsync(TerritoryId territory, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand("select id, name, small_cell_limit from health_community where administered_by = $1 order by name, id");
        command.Parameters.Add(new NpgsqlParameter { Value = territory.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, string, int)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        return found;
    }

    /// <summary>Writes a CPTS and lets these communes belong to it; can be run again. False when another territory administers it.</summary>
    public async Task<bool> SaveAsync(HealthCommunity community, TerritoryId administeredBy, CancellationToken cancellation)
    {
        await using (var command = database.Worker.CreateCommand(
            """
            insert into health_community (id, name, small_cell_limit, administered_by) values ($1, $2, $3, $4)
            on conflict (id) do update set name = excluded.name, small_cell_limit = excluded.small_cell_limit, administered_by = excluded.administered_by
            where coalesce(health_community.administered_by = excluded.administered_by, true)
            """))
        {
            foreach (var value in new object[] { community.Id, community.Name, community.SmallCellLimit, administeredBy.Value })
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            if (await command.ExecuteNonQueryAsync(cancellation) == 0) return false;
        }

        foreach (var group in community.Communes.GroupBy(c => c.From).OrderBy(g => g.Key))
            await areas.AttachAsync(administeredBy, AreaKind.HealthCommunity, community.Id, group.Select(c => c.Commune.Value), group.Key, cancellation);
        foreach (var group in community.Communes.Where(c => c.Until is not null).GroupBy(c => c.Until!.Value))
            await areas.DetachAsync(administeredBy, AreaKind.HealthCommunity, community.Id, group.Select(c => c.Commune.Value), group.Key, cancellation);
        return true;
    }
}
