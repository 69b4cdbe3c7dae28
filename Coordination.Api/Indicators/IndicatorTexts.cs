using System.Globalization;
using Coordination.Api.Resources;
using Coordination.Domain.Indicators;

namespace Coordination.Api.Indicators;

/// <summary>Indicators in French words.</summary>
public static class IndicatorTexts
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>A definition.</summary>
    public static IndicatorDefinitionNode Of(IndicatorDefinition definition)
    {
        string Word(string part) => Texts.Get($"Indicator.{definition.Code}.{part}");
        return new(
            definition.Code, definition.Version, Word("Title"), Word("Definition"), Word("Formula"), Word("Numerator"), Word("Denominator"), Word("Source"),
            Word("Limits"), definition.Sense, Texts.Get("Indicator.Freshness"), definition.Breakdowns);
    }

    /// <summary>A figure.</summary>
    public static IndicatorMeasureNode Of(Measure measure) => new(
        measure.Code, Texts.Get($"Measure.{measure.Code}"), measure.Unit, measure.Numerator, measure.Denominator, (double?)measure.Value, measure.Masked);

    /// <summary>The days of a period: « du 1 novembre 2026 au 30 novembre 2026 ».</summary>
    public static IndicatorPeriodNode Of(IndicatorPeriod period)
    {
        static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(Iso(period.From), Iso(period.To), Texts.Get("Indicator.Period", period.From.ToString("d MMMM yyyy", French), period.To.ToString("d MMMM yyyy", French)));
    }

    /// <summary>A key that needs no directory: a day of the week, a rule, or what is not known.</summary>
    public static string? KeyLabel(IndicatorBreakdown breakdown, string key) => (breakdown, key) switch
    {
        (_, "") => Texts.Get("Indicator.Unknown"),
        (IndicatorBreakdown.Weekday, _) => French.DateTimeFormat.GetDayName((DayOfWeek)(int.Parse(key, CultureInfo.InvariantCulture) % 7)),
        (IndicatorBreakdown.Rule, _) => $"{key} – {Texts.Find($"RuleName.{key}") ?? key}",
        _ => null,
    };
}
