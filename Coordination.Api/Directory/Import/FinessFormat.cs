using NpgsqlTypes;

namespace Coordination.Api.Directory.Import;

internal sealed class FinessFormat : DirectoryFormat
{
    public override char Separator => ';';

    public override bool HasHeader => false;

    public override IReadOnlyList<(string Name, NpgsqlDbType Type)> Staging { get; } =
    [
        .. new[] { "finess", "legal_entity", "name", "category", "commune" }.Select(n => (n, NpgsqlDbType.Text)), ("opened_on", NpgsqlDbType.Date),
    ];

    public override IReadOnlyList<string> Merge { get; } =
    [
        """
        with merged as (
            insert into directory_organization (finess, name, category, commune, legal_entity, opened_on, source)
            select finess, name, category, commune, legal_entity, opened_on, 'finess' from import_row where $1::date is not null
            on conflict (finess) do update set name = excluded.name, category = excluded.category, commune = excluded.commune,
                legal_entity = excluded.legal_entity, opened_on = excluded.opened_on, source = excluded.source, closed_on = null
            where (directory_organization.name, directory_organization.category, directory_organization.commune, directory_organization.legal_entity,
                    directory_organization.opened_on, directory_organization.source, directory_organization.closed_on)
                is distinct from (excluded.name, excluded.category, excluded.commune, excluded.legal_entity, excluded.opened_on, excluded.source, null::date)
            returning xmax = 0 as added)
        select count(*) filter (where added), count(*) filter (where not added) from merged
        """,
    ];

    public override Closing Closes { get; } = new(
        "directory_organization", "closed_on", "held.source = 'finess' and held.closed_on is null",
        "not exists (select from import_row i where i.finess = held.finess) and not exists (select from import_kept k where k.key = held.finess)");

    public override DateOnly? DayOf(string firstLine) => FinessFile.DayOf(firstLine);

    public override IReadOnlyDictionary<string, int> ColumnsOf(string firstLine)
    {
        _ = FinessFile.DayOf(firstLine);
        return FinessFile.Columns;
    }

    public override bool PassesOver(string[] fields) => fields[0] == FinessFile.Coordinates;

    public override (string Key, object?[] Values)? Read(LineReader line)
    {
        if (line.Text("section") != FinessFile.Structures) throw new FieldRefusedException("section", "CODE_UNKNOWN");
        var row = FinessFile.Read(line);
        return (row.Finess, [row.Finess, row.LegalEntity, row.Name, row.Category, row.Commune, row.OpenedOn]);
    }

    public override string KeyOf(LineReader line) => FinessFile.KeyOf(line);
}
