using System.Collections.Immutable;

namespace Coordination.Domain.Alerts;

/// <summary>The catalogue of rules (DOMAIN §3). A rule whose inputs do not exist is not in it.</summary>
public static class AlertRules
{
    private static readonly TimeSpan UrgentWithin = TimeSpan.FromHours(24);

    /// <summary>
    /// AL47 « Sortie prévue … – besoins du retour non évalués »: an announced discharge known only through the establishment's feed.
    /// Vigilance, urgent under 24 h; told to the referent (else the duty) and to the establishment's social service.
    /// </summary>
    public static AlertRule NeedsNotAssessed { get; } = new("AL47", 1, AssessNeeds, (situation, now) =>
        situation.AnnouncedFor - UrgentWithin is { } urgent && urgent > now ? urgent : null);

    /// <summary>Every rule that looks at discharges.</summary>
    public static ImmutableArray<AlertRule> OfDischarges { get; } = [NeedsNotAssessed];

    private static AlertFinding? AssessNeeds(DischargeSituation situation, DateTimeOffset now)
    {
        if (!situation.Eligible || situation.AnnouncedFor is not { } expected) return null;
        var dac = situation.Referent is { } referent
            ? new AlertRecipient(AlertRecipientRole.Referent, referent, null)
            : new AlertRecipient(AlertRecipientRole.Duty, null, null);
        return new AlertFinding(
            "AL47",
            1,
            expected - now <= UrgentWithin ? AlertSeverity.Urgent : AlertSeverity.Vigilance,
            situation.Person,
            new AlertFacts(situation.Discharge, situation.Establishment, expected, situation.Commune),
            expected,
            [dac, new AlertRecipient(AlertRecipientRole.AnnouncingSocialWorker, null, situation.Establishment)]);
    }
}
