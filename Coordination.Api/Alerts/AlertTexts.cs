using Coordination.Api.Resources;
using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;

namespace Coordination.Api.Alerts;

/// <summary>Title, reason and facts of an alert in French, made at reading from its rule and facts (E19): never stored.</summary>
public static class AlertTexts
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(48);

    /// <summary>What happens, in one line.</summary>
    public static string Title(AlertFinding finding, DateTimeOffset now) =>
        Texts.Get($"{finding.RuleCode}.Title{VariantOfTitle(finding, now)}", When(finding, now), NeedsOf(finding.Facts.Needs));

    /// <summary>Why it matters, in words.</summary>
    public static string Reason(AlertFinding finding, string establishment)
    {
        var facts = finding.Facts;
        var late = finding.RuleCode == AlertRules.NursingNotConfirmed.Code && facts.FirstVisitAt is not null;
        var when = (facts.FirstVisitAt ?? facts.DischargedAt) is { } at ? Texts.FullDate(at) : "";
        return Texts.Get($"{finding.RuleCode}.Reason{(late ? "Late" : "")}", establishment, facts.ExpectedAt is { } expected ? Texts.FullDate(expected) : "", when,
            NeedsOf(facts.Needs), facts.AdmittedAt is { } admitted ? Texts.FullDate(admitted) : Texts.Get("Unknown.Date")).Trim();
    }

    /// <summary>What would make it go away.</summary>
    public static string ResolvesWhen(AlertFinding finding) => Texts.Get($"{finding.RuleCode}.ResolvesWhen");

    /// <summary>Needs in words.</summary>
    public static string NeedsOf(IEnumerable<CareNeed> needs) =>
        string.Join(", ", needs.Select(n => Texts.Get($"Need.{n}"))) is { Length: > 0 } text ? text : Texts.Get("Need.None");

    // AL01 says that the confirmed visit is too late; else that less than 48 hours are left, while that is so and the hour has not passed.
    private static string VariantOfTitle(AlertFinding finding, DateTimeOffset now)
    {
        if (finding.RuleCode != AlertRules.NursingNotConfirmed.Code) return "";
        if (finding.Facts.FirstVisitAt is not null) return "Late";
        return finding.Facts.ExpectedAt - now is { } left && left > TimeSpan.Zero && left <= Soon ? "Soon" : "";
    }

    private static string When(AlertFinding finding, DateTimeOffset now) =>
        (finding.Facts.DischargedAt ?? finding.Facts.ExpectedAt) is { } at ? Texts.DayAndHour(at, now) : "";
}
