using System.Collections.Immutable;

namespace Coordination.Domain.Indicators;

/// <summary>By what an indicator is broken down.</summary>
public enum IndicatorBreakdown
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Day of the week in Paris, 1 for Monday.</summary>
    Weekday,

    /// <summary>Alert rule.</summary>
    Rule,

    /// <summary>Commune of residence, by INSEE code.</summary>
    Commune,

    /// <summary>Establishment, by FINESS number.</summary>
    Establishment,
}

/// <summary>One line of a breakdown.</summary>
/// <param name="Key">Its key in the breakdown; empty for what has none (a person whose commune is not known).</param>
public sealed record IndicatorRow(string Key, ImmutableArray<Measure> Measures);

/// <summary>The figures of an indicator: of everything, and line by line. Each line has the same measures, in the same order.</summary>
public sealed record IndicatorTable(ImmutableArray<Measure> Measures, ImmutableArray<IndicatorRow> Rows)
{
    /// <summary>Counts cases, in all and by key. Every expected key has a line, so that an absent one tells nothing.</summary>
    public static IndicatorTable Of<T>(IReadOnlyCollection<T> cases, Func<T, string>? key, IEnumerable<string> expected, Func<IReadOnlyCollection<T>, ImmutableArray<Measure>> measure)
    {
        if (key is null) return new(measure(cases), []);
        var groups = cases.ToLookup(key, StringComparer.Ordinal);
        var keys = groups.Select(g => g.Key).Union(expected, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(measure(cases), [.. keys.Select(k => new IndicatorRow(k, measure([.. groups[k]])))]);
    }
}
