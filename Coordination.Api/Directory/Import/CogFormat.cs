using NpgsqlTypes;

namespace Coordination.Api.Directory.Import;

internal sealed class CogFormat : DirectoryFormat
{
    private bool movements;

    public override char Separator => ',';

    public override bool Quoted => true;

    public override IReadOnlyList<(string Name, NpgsqlDbType Type)> Staging { get; } =
        [("insee", NpgsqlDbType.Text), ("name", NpgsqlDbType.Text), ("merged_into", NpgsqlDbType.Text), ("merged_on", NpgsqlDbType.Date)];

    public override IReadOnlyList<string> Merge => movements ? OfMovements : OfCommunes;

    private static IReadOnlyList<string> OfCommunes { get; } =
    [
        """
        with merged as (
            insert into directory_commune (insee, name, merged_into, source)
            select distinct on (insee) insee, name, merged_into, 'cog' from import_row where $1::date is not null order by insee, merged_into nulls first
            on conflict (insee) do update set name = excluded.name, merged_into = excluded.merged_into, source = excluded.source,
                merged_on = case when directory_commune.merged_into = excluded.merged_into then directory_commune.merged_on end
            where (directory_commune.name, directory_commune.merged_into, directory_commune.source) is distinct from (excluded.name, excluded.merged_into, excluded.source)
            returning xmax = 0 as added)
        select count(*) filter (where added), count(*) filter (where not added) from merged
        """,
    ];

    // The last movement of a code counts; what it became may itself have become another one since.
    private static IReadOnlyList<string> OfMovements { get; } =
    [
        """
        with recursive latest as (
            select distinct on (insee) insee, name, merged_into, merged_on from import_row where merged_on <= $1 order by insee, merged_on desc, merged_into nulls last),
        chain as (
            select insee, name, merged_into, merged_on, 1 as step from latest
            union all
            select c.insee, c.name, l.merged_into, c.merged_on, c.step + 1 from chain c join latest l on l.insee = c.merged_into and l.merged_into is not null
            where c.step < 10 and l.merged_into <> c.insee),
        final as (select distinct on (insee) insee, name, merged_into, merged_on from chain order by insee, step desc),
        merged as (
            insert into directory_commune (insee, name, merged_into, merged_on, source)
            select insee, name, merged_into, case when merged_into is not null then merged_on end, 'cog' from final
            on conflict (insee) do update set merged_into = excluded.merged_into, merged_on = excluded.merged_on
            where (directory_commune.merged_into, directory_commune.merged_on) is distinct from (excluded.merged_into, excluded.merged_on)
            returning xmax = 0 as added)
        select count(*) filter (where added), count(*) filter (where not added) from merged
        """,
    ];

    public override IReadOnlyDictionary<string, int> ColumnsOf(string firstLine)
    {
        var header = DelimitedLine.Split(firstLine, Separator, quoted: true);
        movements = header?.Contains("com_av", StringComparer.OrdinalIgnoreCase) == true;
        return ByName(header, movements ? CogFile.Movements : CogFile.Communes);
    }

    // A code may bear several lines: as a commune and as a part of it, or with several movements.
    public override (string Key, object?[] Values)? Read(LineReader line)
    {
        if ((movements ? CogFile.ReadMovement(line) : CogFile.ReadCommune(line)) is not { } row) return null;
        var key = movements ? $"{row.Insee}|{row.MergedInto}|{row.MergedOn:O}|{line.Text("mod")}|{line.Text("com_av")}" : $"{line.Text("typecom")}|{row.Insee}";
        return (key, [row.Insee, row.Name, row.MergedInto, row.MergedOn]);
    }

    public override string KeyOf(LineReader line) => line.Text(movements ? "com_av" : "com");
}
