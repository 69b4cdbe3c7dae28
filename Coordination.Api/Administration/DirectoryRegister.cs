using Coordination.Api.Directory;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Administration;

/// <summary>The national directory as administration reads it: what is closed too.</summary>
public sealed class DirectoryRegister(Database database, DirectorySearch search)
{
    /// <summary>Structures by words of their name, or by the beginning of their number.</summary>
    public Task<IReadOnlyList<StructureNode>> StructuresAsync(string text, bool closed, int most, CancellationToken cancellation) => search.FindAsync(
        $"""
        select o.finess, o.name, o.category, o.legal_entity, coalesce(c.name, o.commune), o.opened_on, o.closed_on
        from directory_organization o left join directory_commune c on c.insee = o.commune
        where (o.folded like all ($1) or o.finess like $2 escape '\') {(closed ? "" : "and coalesce(o.closed_on > $4, true)")}
        order by o.folded not like $2 escape '\', o.name, o.finess limit $3
        """,
        text, most,
        r => new StructureNode(
            r.GetString(0), r.GetString(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4),
            r.IsDBNull(5) ? null : r.GetFieldValue<DateOnly>(5), r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6)),
        cancellation);

    /// <summary>Professionals with a number, by words of their name or by its beginning.</summary>
    public Task<IReadOnlyList<RegisteredProfessionalNode>> ProfessionalsAsync(string text, int most, CancellationToken cancellation) => search.FindAsync(
        """
        select rpps, display_name, function from directory_professional
        where rpps is not null and (folded like all ($1) or rpps like $2 escape '\')
        order by folded not like $2 escape '\', display_name, rpps limit $3
        """,
        text, most, r => new RegisteredProfessionalNode(r.GetString(0), r.GetString(1), r.GetString(2)), cancellation);

    /// <summary>Names of communes, and what they became.</summary>
    public async Task<IReadOnlyDictionary<string, (string Name, string? MergedInto)>> CommunesAsync(IEnumerable<string> insee, CancellationToken cancellation)
    {
        await using var command = database.App.CreateCommand(
            "select c.insee, c.name, m.name from directory_commune c left join directory_commune m on m.insee = c.merged_into where c.insee = any($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = insee.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<string, (string, string?)>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) found[reader.GetString(0)] = (reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2));
        return found;
    }
}
