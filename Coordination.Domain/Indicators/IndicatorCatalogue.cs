using System.Collections.Immutable;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Indicators;

/// <summary>The catalogue: 33 announced discharges, 35 discharges without readiness, 62 alerts.</summary>
public static class IndicatorCatalogue
{
    private static readonly TimeSpan InTime = TimeSpan.FromHours(48);
    private static readonly ImmutableArray<string> Weekdays = [.. Enumerable.Range(1, 7).Select(d => $"{d}")];

    /// <summary>33: discharges announced in the period, and the share announced 48 hours before their date or earlier.</summary>
    public static IndicatorDefinition Announced { get; } = new(
        "33", 1, IndicatorSense.HigherIsBetter,
        [IndicatorBreakdown.None, IndicatorBreakdown.Weekday, IndicatorBreakdown.Commune, IndicatorBreakdown.Establishment],
        (facts, period, breakdown, _) => OfDischarges(
            [.. facts.Discharges.Where(d => !d.Cancelled && period.Contains(d.AnnouncedAt))], facts, breakdown, d => d.AnnouncedAt, cases =>
            [
                Measure.Count("ANNOUNCED", cases, d => d.Person),
                Measure.Share("ANNOUNCED_48H", cases, d => d.Person, AnnouncedInTime, d => !AnnouncedInTime(d)),
            ]));

    /// <summary>35: discharges home in the period, and the share whose needs were not assessed and confirmed when the person left.</summary>
    public static IndicatorDefinition Unprepared { get; } = new(
        "35", 1, IndicatorSense.LowerIsBetter,
        [IndicatorBreakdown.None, IndicatorBreakdown.Weekday, IndicatorBreakdown.Commune, IndicatorBreakdown.Establishment],
        (facts, period, breakdown, _) => OfDischarges(
            [.. facts.Discharges.Where(d => !d.Cancelled && d.ToHome && period.Contains(d.DischargedAt))], facts, breakdown, d => d.DischargedAt, cases =>
            [
                Measure.Count("DISCHARGED_HOME", cases, d => d.Person),
                Measure.Share("UNPREPARED", cases, d => d.Person, d => d.Ready == false, d => d.Ready != false),
            ]));

    /// <summary>62: alerts raised in the period, how long until somebody took them, and how they ended.</summary>
    public static IndicatorDefinition Alerts { get; } = new(
        "62", 1, IndicatorSense.Descriptive, [IndicatorBreakdown.None, IndicatorBreakdown.Rule, IndicatorBreakdown.Commune],
        (facts, period, breakdown, today) => IndicatorTable.Of(
            [.. facts.Alerts.SelectMany(a => a.Raisings.Where(r => period.Contains(r.RaisedAt)).Select(r => (Alert: a, Raising: r)))],
            breakdown switch
            {
                IndicatorBreakdown.Rule => c => c.Alert.Rule,
                IndicatorBreakdown.Commune => c => c.Alert.Commune?.Value ?? "",
                _ => (Func<(AlertTrace Alert, AlertRaising Raising), string>?)null,
            },
            breakdown is IndicatorBreakdown.Rule ? AlertRules.OfDischarges.Select(r => r.Code) : facts.Communes.Select(c => c.Value),
            cases => AlertMeasures.Of(cases, period.DaysBegun(today))));

    /// <summary>Every indicator, by number.</summary>
    public static ImmutableArray<IndicatorDefinition> All { get; } = [Announced, Unprepared, Alerts];

    private static bool AnnouncedInTime(DischargeFact d) => d.AnnouncedFor - d.AnnouncedAt >= InTime;

    private static IndicatorTable OfDischarges(
        IReadOnlyCollection<DischargeFact> cases, IndicatorFacts facts, IndicatorBreakdown breakdown, Func<DischargeFact, DateTimeOffset?> at,
        Func<IReadOnlyCollection<DischargeFact>, ImmutableArray<Measure>> measure) => breakdown switch
    {
        IndicatorBreakdown.Weekday => IndicatorTable.Of(cases, d => WeekdayOf(at(d)!.Value), Weekdays, measure),
        IndicatorBreakdown.Commune => IndicatorTable.Of(cases, d => d.Commune?.Value ?? "", facts.Communes.Select(c => c.Value), measure),
        IndicatorBreakdown.Establishment => IndicatorTable.Of(cases, d => d.Establishment.Value, [], measure),
        _ => IndicatorTable.Of(cases, null, [], measure),
    };

    private static string WeekdayOf(DateTimeOffset instant) =>
        WorkingDays.ToParis(instant).DayOfWeek is DayOfWeek.Sunday ? "7" : $"{(int)WorkingDays.ToParis(instant).DayOfWeek}";
}
