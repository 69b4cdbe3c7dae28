using Coordination.Domain.Indicators;

namespace Coordination.Api.Indicators;

/// <summary>What an indicator is, in words and with its limits.</summary>
public sealed record IndicatorDefinitionNode(
    string Code, int Version, string Title, string Definition, string Formula, string Numerator, string Denominator, string Source, string Limits,
    IndicatorSense Sense, string FreshnessRule, IReadOnlyList<IndicatorBreakdown> Breakdowns);

/// <summary>The days counted, first and last included.</summary>
public sealed record IndicatorPeriodNode(string From, string To, string Label);

/// <summary>One figure as shown. Masked: the numbers are null.</summary>
public sealed record IndicatorMeasureNode(string Code, string Label, MeasureUnit Unit, int? Numerator, int? Denominator, double? Value, bool Masked);

/// <summary>One line of a breakdown.</summary>
public sealed record IndicatorRowNode(string Key, string Label, IReadOnlyList<IndicatorMeasureNode> Measures);

/// <summary>An indicator's figures.</summary>
/// <param name="SmallCellLimit">Under how many persons a figure is masked; null where nothing is.</param>
public sealed record IndicatorNode(
    IndicatorDefinitionNode Definition, IndicatorPeriodNode Period, IndicatorFreshness Freshness, IndicatorBreakdown Breakdown, int? SmallCellLimit,
    IReadOnlyList<IndicatorMeasureNode> Measures, IReadOnlyList<IndicatorRowNode> Rows);
