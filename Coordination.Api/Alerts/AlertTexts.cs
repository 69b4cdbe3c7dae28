using Coordination.Api.Resources;
using Coordination.Domain.Alerts;

namespace Coordination.Api.Alerts;

/// <summary>Title, reason and facts of an alert in French, made at reading from its rule and facts (E19): never stored.</summary>
public static class AlertTexts
{
    /// <summary>What happens, in one line.</summary>
    public static string Title(AlertFinding finding, DateTimeOffset now) => Texts.Get($"{finding.RuleCode}.Title", When(finding, now));

    /// <summary>Why it matters, in words.</summary>
    public static string Reason(AlertFinding finding, string establishment) =>
        Texts.Get($"{finding.RuleCode}.Reason", establishment, finding.Facts.ExpectedAt is { } at ? Texts.FullDate(at) : "");

    /// <summary>What would make it go away.</summary>
    public static string ResolvesWhen(AlertFinding finding) => Texts.Get($"{finding.RuleCode}.ResolvesWhen");

    private static string When(AlertFinding finding, DateTimeOffset now) =>
        finding.Facts.ExpectedAt is { } at ? Texts.DayAndHour(at, now) : "";
}
