using System.Collections.Immutable;

namespace Coordination.Domain.Indicators;

/// <summary>
/// Which figures may be shown to somebody who must not recognise anybody (DOMAIN Rulings 9). Masked are: fewer persons than the limit, none
/// included; a figure whose rest is a few persons; and lines that could be worked out from the total and the other lines.
/// </summary>
public static class SmallCells
{
    /// <summary>The limit that nobody may go below.</summary>
    public const int Limit = 11;

    /// <summary>The limit of a territory, which may only raise it.</summary>
    public static int LimitOf(int? territory) => Math.Max(Limit, territory ?? Limit);

    /// <summary>True when too few persons are counted, or a class of the others is a few persons.</summary>
    public static bool IsSmall(Cell cell, int limit) => cell.Counted.Count < limit || cell.Others.Any(o => !o.IsEmpty && o.Count < limit);

    /// <summary>The table as it may be shown.</summary>
    public static IndicatorTable Mask(IndicatorTable table, int limit)
    {
        var totals = table.Measures.Select(m => IsSmall(m.Persons, limit) ? m.Mask() : m).ToImmutableArray();
        var rows = table.Rows.Select(r => r.Measures.ToArray()).ToArray();
        // The first measure counts what the others are shares of: where it is masked, they are.
        var first = new bool[rows.Length];
        for (var column = 0; column < totals.Length; column++)
        {
            var at = column;
            var masked = Lines([.. rows.Select(r => r[at].Persons)], totals[column].Masked, first, limit);
            if (column == 0) first = masked;
            for (var row = 0; row < rows.Length; row++)
                if (masked[row]) rows[row][column] = rows[row][column].Mask();
        }

        return new(totals, [.. table.Rows.Zip(rows, (r, measures) => r with { Measures = [.. measures] })]);
    }

    private static bool[] Lines(IReadOnlyList<Cell> lines, bool all, bool[] already, int limit)
    {
        var masked = lines.Select((line, i) => all || already[i] || IsSmall(line, limit)).ToArray();
        // Total less what is shown is all that is masked, taken together: that must be two lines at least, and no small cell itself.
        while (masked.Contains(true) && masked.Contains(false) && Betrays(lines, masked, limit))
        {
            var next = Enumerable.Range(0, lines.Count).Where(i => !masked[i]).MinBy(i => lines[i].Counted.Count);
            masked[next] = true;
        }

        return masked;
    }

    private static bool Betrays(IReadOnlyList<Cell> lines, bool[] masked, int limit)
    {
        var hidden = lines.Where((_, i) => masked[i]).ToArray();
        return hidden.Length < 2 || IsSmall(hidden.Aggregate((a, b) => a.Union(b)), limit);
    }
}
