using NpgsqlTypes;

namespace Coordination.Api.Directory.Import;

internal sealed class RppsFormat : DirectoryFormat
{
    public override char Separator => '|';

    public override IReadOnlyList<(string Name, NpgsqlDbType Type)> Staging { get; } =
    [
        ("id", NpgsqlDbType.Uuid), .. new[]
        {
            "rpps", "name", "profession", "profession_label", "structure", "mode", "function", "role", "structure_name", "commune", "phone",
        }.Select(n => (n, NpgsqlDbType.Text)),
    ];

    public override IReadOnlyList<string> Merge { get; } =
    [
        """
        with merged as (
            insert into directory_professional (id, rpps, display_name, function, organization, phone, source)
            select distinct on (rpps) id, rpps, name, profession_label, structure_name, phone, 'rpps'
            from import_row where $1::date is not null order by rpps, structure nulls last, profession, mode, function, name
            on conflict (rpps) do update set display_name = excluded.display_name, function = excluded.function,
                organization = excluded.organization, phone = excluded.phone, source = excluded.source
            where (directory_professional.display_name, directory_professional.function, directory_professional.organization, directory_professional.phone, directory_professional.source)
                is distinct from (excluded.display_name, excluded.function, excluded.organization, excluded.phone, excluded.source)
            returning xmax = 0 as added)
        select count(*) filter (where added), count(*) filter (where not added) from merged
        """,
        """
        with merged as (
            insert into directory_activity (rpps, structure, profession, mode, function, role, structure_name, commune, phone, valid_from)
            select distinct on (rpps, structure, profession, mode, function) rpps, structure, profession, mode, function, role, structure_name, commune, phone, $1
            from import_row where structure is not null order by rpps, structure, profession, mode, function, structure_name, commune, phone, role
            on conflict (rpps, structure, profession, mode, function) where valid_until is null do update set role = excluded.role,
                structure_name = excluded.structure_name, commune = excluded.commune, phone = excluded.phone
            where (directory_activity.role, directory_activity.structure_name, directory_activity.commune, directory_activity.phone)
                is distinct from (excluded.role, excluded.structure_name, excluded.commune, excluded.phone)
            returning xmax = 0 as added)
        select count(*) filter (where added), count(*) filter (where not added) from merged
        """,
    ];

    public override Closing Closes { get; } = new(
        "directory_activity", "valid_until", "held.valid_until is null",
        """
        not exists (select from import_row i where (i.rpps, i.structure, i.profession, i.mode, i.function) = (held.rpps, held.structure, held.profession, held.mode, held.function))
            and not exists (select from import_kept k where k.key = held.rpps)
        """);

    public override IReadOnlyDictionary<string, int> ColumnsOf(string firstLine) => ByName(firstLine.Split(Separator), RppsFile.Needed);

    // The same activity comes once for each skill (savoir-faire): those lines are no duplicates of each other.
    public override (string Key, object?[] Values)? Read(LineReader line)
    {
        var row = RppsFile.Read(line);
        return ($"{row.Key}|{line.Text("code savoir-faire")}",
            [row.Id, row.Rpps, row.Name, row.Profession, row.ProfessionLabel, row.Structure, row.Mode, row.Function, row.Role, row.StructureName, row.Commune, row.Phone]);
    }

    public override string KeyOf(LineReader line) => RppsFile.KeyOf(line);
}
