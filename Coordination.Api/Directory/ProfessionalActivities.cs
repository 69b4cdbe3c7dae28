using Coordination.Domain.Identifiers;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>An activity of a professional (situation d'exercice).</summary>
/// <param name="Structure">FINESS, « 3 » and SIRET, or the register's own identifier.</param>
/// <param name="Mode">L self-employed, S employed, B volunteer.</param>
/// <param name="Until">The first day on which it no longer holds; null while it lasts.</param>
public sealed record ProfessionalActivity(string Rpps, string Structure, string StructureName, string Mode, string? Role, string? Commune, DateOnly From, DateOnly? Until);

/// <summary>Activities as the national directory has them.</summary>
public sealed class ProfessionalActivities(Database database)
{
    /// <summary>All activities of a professional, the last one first.</summary>
    public Task<IReadOnlyList<ProfessionalActivity>> OfAsync(Rpps rpps, CancellationToken cancellation) =>
        ReadAsync("rpps = $1 order by valid_from desc, structure_name, structure", rpps.Value, cancellation);

    /// <summary>Who works in a structure, the last to come first; closed activities too.</summary>
    public Task<IReadOnlyList<ProfessionalActivity>> InAsync(string structure, CancellationToken cancellation) =>
        ReadAsync("structure = $1 order by valid_until nulls first, valid_from desc, rpps limit 200", structure, cancellation);

    /// <summary>Whether a professional has an activity on a day; null when the directory never had one of hers, and therefore cannot say (N-21).</summary>
    public async Task<bool?> MayActAsync(Rpps rpps, DateOnly day, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand(
            "select bool_or(valid_from <= $2 and coalesce(valid_until > $2, true)) from directory_activity where rpps = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = rpps.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = day });
        return await command.ExecuteScalarAsync(cancellation) as bool?;
    }

    private async Task<IReadOnlyList<ProfessionalActivity>> ReadAsync(string condition, string value, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand($"select rpps, structure, structure_name, mode, role, commune, valid_from, valid_until from directory_activity where {condition}");
        command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<ProfessionalActivity>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetFieldValue<DateOnly>(6), reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7)));
        return found;
    }
}
