using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Indicators;

/// <summary>In what a measure's value is counted.</summary>
public enum MeasureUnit
{
    /// <summary>Things.</summary>
    Count,

    /// <summary>Hundredths of the denominator.</summary>
    Percent,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Things per person in charge and day.</summary>
    PerReferentAndDay,
}

/// <summary>
/// The persons behind a figure, in classes that together are everybody it counts. What may be shown is decided on persons, not on events:
/// somebody counted twelve times is one person.
/// </summary>
/// <param name="Counted">Who is in the numerator.</param>
/// <param name="Others">Who is in each other class that a reader could work out by subtraction.</param>
public sealed record Cell(ImmutableHashSet<PersonId> Counted, ImmutableArray<ImmutableHashSet<PersonId>> Others)
{
    /// <summary>Both together, class by class.</summary>
    public Cell Union(Cell other) => new(Counted.Union(other.Counted), [.. Others.Zip(other.Others, (a, b) => a.Union(b))]);
}

/// <summary>One figure.</summary>
/// <param name="Numerator">What is counted; null when it does not apply, or is masked.</param>
/// <param name="Denominator">Out of what; null when it does not apply, or is masked.</param>
/// <param name="Value">The figure in its unit; null when there is nothing to count on, or it is masked.</param>
/// <param name="Persons">Who is behind it.</param>
public sealed record Measure(string Code, MeasureUnit Unit, int? Numerator, int? Denominator, decimal? Value, Cell Persons)
{
    /// <summary>Too few persons are behind it to show it.</summary>
    public bool Masked { get; init; }

    /// <summary>The figure without its numbers.</summary>
    public Measure Mask() => this with { Numerator = null, Denominator = null, Value = null, Masked = true };

    /// <summary>How many things.</summary>
    public static Measure Count<T>(string code, IReadOnlyCollection<T> things, Func<T, PersonId> person) =>
        new(code, MeasureUnit.Count, things.Count, null, things.Count, new([.. things.Select(person)], []));

    /// <summary>Which share of the things is in a class; the other classes are what is left, in as many parts as are shown elsewhere.</summary>
    public static Measure Share<T>(string code, IReadOnlyCollection<T> things, Func<T, PersonId> person, Func<T, bool> counted, params Func<T, bool>[] others)
    {
        var count = things.Count(counted);
        return new(
            code, MeasureUnit.Percent, count, things.Count, things.Count == 0 ? null : Math.Round(100m * count / things.Count, 1, MidpointRounding.AwayFromZero),
            new([.. things.Where(counted).Select(person)], [.. others.Select(o => things.Where(o).Select(person).ToImmutableHashSet())]));
    }
}
