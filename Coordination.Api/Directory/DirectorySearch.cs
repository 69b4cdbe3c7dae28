using Coordination.Domain.Kernel;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Directory;

/// <summary>What provides care at home: a structure or a professional.</summary>
/// <param name="Number">FINESS or RPPS.</param>
/// <param name="Name">Null when the directory does not have the number.</param>
/// <param name="Category">The professional's function, or the structure's category code; null when not known.</param>
public sealed record ProviderEntry(string Number, ProviderKind Kind, string? Name, string? Category, string? Phone);

/// <summary>What a provider is.</summary>
public enum ProviderKind
{
    /// <summary>A structure, by FINESS.</summary>
    Structure,

    /// <summary>A professional, by RPPS.</summary>
    Professional,
}

/// <summary>
/// Searches the directory by words: every word has to be in the name, or the number begins with the text. Wildcards are plain characters.
/// What is closed is not found: neither a structure nor a professional whose every activity ended (N-21).
/// </summary>
public sealed class DirectorySearch(Database database, TimeProvider clock)
{
    private const int LongestText = 100;

    /// <summary>Structures and professionals with a number, names that begin with the text first.</summary>
    public Task<IReadOnlyList<ProviderEntry>> ProvidersAsync(string text, int most, CancellationToken cancellation) => FindAsync(
        """
        select number, kind, name, category, phone from (
            select finess as number, 'Structure' as kind, name, category, null as phone, folded from directory_organization
            where coalesce(closed_on > $4, true)
            union all
            select rpps, 'Professional', display_name, function, phone, folded from directory_professional p
            where rpps is not null and (source is null or exists (select from directory_activity a where a.rpps = p.rpps and coalesce(a.valid_until > $4, true)))) provider
        where folded like all ($1) or number like $2 escape '\'
        order by folded not like $2 escape '\', name, number limit $3
        """,
        text, most,
        r => new ProviderEntry(r.GetString(0), Enum.Parse<ProviderKind>(r.GetString(1)), r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4)),
        cancellation);

    /// <summary>Communes, names that begin with the text first.</summary>
    public Task<IReadOnlyList<CommuneEntry>> CommunesAsync(string text, int most, CancellationToken cancellation) => FindAsync(
        """
        select insee, name from directory_commune
        where merged_into is null and (folded like all ($1) or insee like $2 escape '\')
        order by folded not like $2 escape '\', name, insee limit $3
        """,
        text, most, r => new CommuneEntry(r.GetString(0), r.GetString(1), null), cancellation);

    /// <summary>Professionals whose name, function or structure has every word, names that begin with the text first; at most 20.</summary>
    public Task<IReadOnlyList<ProfessionalEntry>> ProfessionalsAsync(string text, CancellationToken cancellation) => FindAsync(
        """
        select id, rpps, display_name, function, organization, phone from directory_professional p
        where (source is null or exists (select from directory_activity a where a.rpps = p.rpps and coalesce(a.valid_until > $4, true)))
            and (directory_fold(display_name || ' ' || function || ' ' || organization) like all ($1) or rpps like $2 escape '\')
        order by folded not like $2 escape '\', display_name, id limit $3
        """,
        text, 20,
        r => new ProfessionalEntry(r.GetGuid(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5)),
        cancellation);

    /// <summary>Rows of a query whose <c>$1</c> are the words, <c>$2</c> the beginning, <c>$3</c> the most rows and <c>$4</c>, if it is there, today.</summary>
    public async Task<IReadOnlyList<T>> FindAsync<T>(string sql, string text, int most, Func<NpgsqlDataReader, T> map, CancellationToken cancellation)
    {
        await using var folding = database.App.CreateCommand("select directory_fold($1)");
        folding.Parameters.Add(new NpgsqlParameter { Value = text.Length > LongestText ? text[..LongestText] : text });
        var folded = ((string)(await folding.ExecuteScalarAsync(cancellation))!).Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        await using var command = database.App.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = words.Select(w => $"%{w}%").ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = $"{string.Join(' ', words)}%" });
        command.Parameters.Add(new NpgsqlParameter { Value = most });
        if (sql.Contains("$4", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter { Value = DateOnly.FromDateTime(WorkingDays.ToParis(clock.GetUtcNow()).DateTime) });
        var found = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) found.Add(map(reader));
        return found;
    }
}
