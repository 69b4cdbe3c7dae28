using System.Text.Json;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Directory;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>
/// Which territory or CPTS a commune belongs to on a day, over all tenants: lists of communes are public, and a hospital has to find the
/// DAC of a commune it is no part of. A commune that merged is covered as the one it became, unless it has an attachment of its own.
/// </summary>
public sealed class CommuneCover(Database database, DocumentStore store)
{
    /// <summary>The territory that covers a commune on a day; null when none does.</summary>
    public async Task<TerritoryId?> TerritoryOfAsync(string insee, DateOnly day, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand(
            $"""
            select a.code
            from directory_commune c, {AreaProjection.View.Table} a, jsonb_array_elements(a.data -> 'area' -> 'attachments') t
            where c.insee = $1 and a.kind = 'Territory'
                and (t ->> 'commune' = c.insee or (t ->> 'commune' = c.merged_into and coalesce(c.merged_on <= $2, true)))
                and (t ->> 'from')::date <= $2 and coalesce((t ->> 'until')::date > $2, true)
            order by t ->> 'commune' <> c.insee, (t ->> 'from')::date, a.code limit 1
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = insee });
        command.Parameters.Add(new NpgsqlParameter { Value = day });
        return await command.ExecuteScalarAsync(cancellation) is string code ? new TerritoryId(code) : null;
    }

    /// <summary>An area with the communes of all times; null while it has none.</summary>
    public async Task<Area?> FindAsync(AreaKind kind, string code, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand($"select data::text from {AreaProjection.View.Table} where kind = $1 and code = $2 order by tenant_id limit 1");
        command.Parameters.Add(new NpgsqlParameter { Value = kind.ToString() });
        command.Parameters.Add(new NpgsqlParameter { Value = code });
        return await command.ExecuteScalarAsync(cancellation) is string json ? JsonSerializer.Deserialize<AreaView>(json, store.Options.Json)!.Area : null;
    }

    /// <summary>What communes became, and from when on: those given, and those that became one of them.</summary>
    public async Task<IReadOnlyList<CommuneMerger>> MergersAsync(IEnumerable<string> communes, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand(
            "select insee, merged_into, merged_on from directory_commune where merged_into = any($1) or (insee = any($1) and merged_into is not null) order by insee");
        command.Parameters.Add(new NpgsqlParameter { Value = communes.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<CommuneMerger>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2)));
        return found;
    }
}

/// <summary>A commune became another one; <paramref name="On"/> is null when the COG does not say when.</summary>
public sealed record CommuneMerger(string Commune, string Into, DateOnly? On);
