using System.Collections.Immutable;

namespace Coordination.Domain.Indicators;

/// <summary>The measures of indicator 62.</summary>
internal static class AlertMeasures
{
    internal static ImmutableArray<Measure> Of(IReadOnlyCollection<(AlertTrace Alert, AlertRaising Raising)> cases, int days)
    {
        // Three classes that together are all: two shares shown must not give the third away.
        static bool Resolved((AlertTrace Alert, AlertRaising Raising) c) => c.Raising.Ending is AlertEnding.Resolved;
        static bool Acknowledged((AlertTrace Alert, AlertRaising Raising) c) => c.Raising.Ending is AlertEnding.Acknowledged;
        static bool Open((AlertTrace Alert, AlertRaising Raising) c) => c.Raising.Ending is null;
        return
        [
            Measure.Count("RAISED", cases, c => c.Alert.Person),
            TakeOver(cases),
            Measure.Share("AUTO_RESOLVED", cases, c => c.Alert.Person, Resolved, Acknowledged, Open),
            Measure.Share("WITHOUT_ACTION", cases, c => c.Alert.Person, Acknowledged, Resolved, Open),
            PerReferent(cases, days),
        ];
    }

    private static Measure TakeOver(IReadOnlyCollection<(AlertTrace Alert, AlertRaising Raising)> cases)
    {
        var taken = cases.Where(c => c.Raising.TakenAt is not null).ToArray();
        var minutes = taken.Select(c => (decimal)(c.Raising.TakenAt!.Value - c.Raising.RaisedAt).TotalMinutes).Order().ToArray();
        decimal? median = minutes.Length == 0 ? null : Math.Round((minutes[(minutes.Length - 1) / 2] + minutes[minutes.Length / 2]) / 2, 1, MidpointRounding.AwayFromZero);
        return new("TAKE_OVER_MEDIAN", MeasureUnit.Minutes, null, taken.Length, median, new(
            [.. taken.Select(c => c.Alert.Person)], [[.. cases.Where(c => c.Raising.TakenAt is null).Select(c => c.Alert.Person)]]));
    }

    private static Measure PerReferent(IReadOnlyCollection<(AlertTrace Alert, AlertRaising Raising)> cases, int days)
    {
        var told = cases.Where(c => c.Alert.Referent is not null).ToArray();
        var referentDays = told.Select(c => c.Alert.Referent).Distinct().Count() * days;
        return new("PER_REFERENT_PER_DAY", MeasureUnit.PerReferentAndDay, told.Length, referentDays,
            referentDays == 0 ? null : Math.Round((decimal)told.Length / referentDays, 2, MidpointRounding.AwayFromZero), new(
                [.. told.Select(c => c.Alert.Person)], [[.. cases.Where(c => c.Alert.Referent is null).Select(c => c.Alert.Person)]]));
    }
}
