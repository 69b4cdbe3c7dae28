using System.Collections.Concurrent;
using Coordination.Api.CareRecord;
using Coordination.Domain.Kernel;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>A structure of the directory.</summary>
public sealed record OrganizationEntry(string Finess, string Name, string Category, string? Commune);

/// <summary>A professional of the directory.</summary>
public sealed record ProfessionalEntry(Guid Id, string? Rpps, string DisplayName, string Function, string Organization, string? Phone);

/// <summary>A commune of the directory, and the DAC that covers it.</summary>
public sealed record CommuneEntry(string Insee, string Name, string? Territory);

/// <summary>
/// Reference data of the nation, read by key and kept in memory for a minute: names of structures, professionals, territories, communes.
/// </summary>
public sealed class DirectoryReader(Database database, CommuneCover cover, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Kind, string Key), (DateTimeOffset Until, object? Entry)> kept = new();

    /// <summary>The structure of a FINESS number; null when the directory does not have it.</summary>
    public Task<OrganizationEntry?> OrganizationAsync(string finess, CancellationToken cancellation) => ReadAsync(
        "organization", finess, finess, "select finess, name, category, commune from directory_organization where finess = $1",
        r => new OrganizationEntry(r.GetString(0), r.GetString(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3)), cancellation);

    /// <summary>A professional; null when the directory does not have this id.</summary>
    public Task<ProfessionalEntry?> ProfessionalAsync(Guid id, CancellationToken cancellation) => ReadAsync(
        "professional", id.ToString(), id, "select id, rpps, display_name, function, organization, phone from directory_professional where id = $1",
        ProfessionalOf, cancellation);

    /// <summary>The name of a territory, else its id.</summary>
    public async Task<string> TerritoryNameAsync(string id, CancellationToken cancellation) =>
        await ReadAsync("territory", id, id, "select name from directory_territory where id = $1", r => r.GetString(0), cancellation) ?? id;

    /// <summary>Every territory, by name.</summary>
    public async Task<IReadOnlyList<TransferTarget>> TerritoriesAsync(CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand("select id, name from directory_territory order by name, id");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<TransferTarget>();
        while (await row.ReadAsync(cancellation)) found.Add(new(row.GetString(0), row.GetString(1)));
        return found;
    }

    /// <summary>The name of a commune, else its INSEE code.</summary>
    public async Task<string> CommuneNameAsync(string insee, CancellationToken cancellation) =>
        (await CommuneNamedAsync(insee, cancellation))?.Name ?? insee;

    /// <summary>A commune with the DAC that covers it today; null when the directory does not have this code.</summary>
    public async Task<CommuneEntry?> CommuneAsync(string insee, CancellationToken cancellation)
    {
        if (await CommuneNamedAsync(insee, cancellation) is not { } named) return null;
        var today = DateOnly.FromDateTime(WorkingDays.ToParis(clock.GetUtcNow()).DateTime);
        return named with { Territory = (await cover.TerritoryOfAsync(insee, today, cancellation))?.Value };
    }

    private Task<CommuneEntry?> CommuneNamedAsync(string insee, CancellationToken cancellation) => ReadAsync(
        "commune", insee, insee, "select insee, name from directory_commune where insee = $1",
        r => new CommuneEntry(r.GetString(0), r.GetString(1), null), cancellation);

    /// <summary>A professional by RPPS number; null when the directory does not have it.</summary>
    public Task<ProfessionalEntry?> ProfessionalByRppsAsync(string rpps, CancellationToken cancellation) => ReadAsync(
        "rpps", rpps, rpps, "select id, rpps, display_name, function, organization, phone from directory_professional where rpps = $1",
        ProfessionalOf, cancellation);

    private static ProfessionalEntry ProfessionalOf(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5));

    private async Task<T?> ReadAsync<T>(
        string kind, string key, object parameter, string sql, Func<NpgsqlDataReader, T> map, CancellationToken cancellation)
        where T : class
    {
        var now = clock.GetUtcNow();
        if (kept.TryGetValue((kind, key), out var entry) && entry.Until > now) return (T?)entry.Entry;
        await using var command = database.App.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = await reader.ReadAsync(cancellation) ? map(reader) : null;
        kept[(kind, key)] = (now + Kept, found);
        return found;
    }
}
