using System.Collections.Immutable;

namespace Coordination.Domain.Indicators;

/// <summary>In which direction an indicator should go.</summary>
public enum IndicatorSense
{
    /// <summary>More is better.</summary>
    HigherIsBetter,

    /// <summary>Less is better.</summary>
    LowerIsBetter,

    /// <summary>It describes; it does not judge.</summary>
    Descriptive,
}

/// <summary>An indicator of the catalogue (DOMAIN §4): its number, its version and how it is counted. Words are the portal's.</summary>
/// <param name="Version">Raised when the way of counting changes; figures of another version do not compare.</param>
/// <param name="Breakdowns">By what it may be broken down; always also not at all.</param>
/// <param name="Compute">The figures of a period, as of a day.</param>
public sealed record IndicatorDefinition(
    string Code,
    int Version,
    IndicatorSense Sense,
    ImmutableArray<IndicatorBreakdown> Breakdowns,
    Func<IndicatorFacts, IndicatorPeriod, IndicatorBreakdown, DateOnly, IndicatorTable> Compute);
