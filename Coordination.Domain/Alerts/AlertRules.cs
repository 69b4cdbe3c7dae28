using System.Collections.Immutable;
using Coordination.Domain.Discharge;

namespace Coordination.Domain.Alerts;

/// <summary>The catalogue of rules (DOMAIN §3). A rule whose inputs do not exist is not in it.</summary>
public static class AlertRules
{
    /// <summary>
    /// AL01 « Sortie dans moins de 48 h – soins infirmiers non confirmés » (48 h unless the territory decides otherwise): nursing is stated as needed and no provider confirmed a first
    /// visit soon enough after the discharge. A confirmation that is too late keeps it, also after the discharge, until that visit.
    /// </summary>
    public static AlertRule NursingNotConfirmed { get; } = new("AL01", 1, AssessNursing, NextLookAtNursing);

    /// <summary>AL02: the person went home while a stated need is not confirmed. Critical; a new alert that cites the others.</summary>
    public static AlertRule LeftUnprepared { get; } = new("AL02", 1, AssessPreparation, Never);

    /// <summary>AL05: a followed person is in hospital. It ends with the stay, or closed by somebody.</summary>
    public static AlertRule Admitted { get; } = new("AL05", 1, AssessAdmission, Never);

    /// <summary>AL09: the date moved after providers confirmed. It ends when each confirms again or is replaced.</summary>
    public static AlertRule DateMoved { get; } = new("AL09", 1, AssessDate, Never);

    /// <summary>
    /// AL47 « Sortie prévue … – besoins du retour non évalués »: an announced discharge known only through the establishment's feed.
    /// Vigilance, urgent under 24 h unless the territory decides otherwise; told to the referent (else the duty) and to the establishment's social service.
    /// </summary>
    public static AlertRule NeedsNotAssessed { get; } = new("AL47", 1, AssessNeeds, (situation, now) =>
        AnnouncedHome(situation) && situation.Stay.ExpectedAt - situation.Settings.UrgentWithin is { } urgent && urgent > now ? urgent : null);

    /// <summary>Every rule that looks at discharges. AL02 comes first: it cites what stood when the person left.</summary>
    public static ImmutableArray<AlertRule> OfDischarges { get; } = [LeftUnprepared, NursingNotConfirmed, Admitted, DateMoved, NeedsNotAssessed];

    private static DateTimeOffset? Never(DischargeSituation situation, DateTimeOffset now) => null;

    private static bool Raises(DischargeSituation situation) => situation is { Eligible: true, Deceased: false };

    private static bool AnnouncedHome(DischargeSituation situation) =>
        situation.Stay.Status is DischargeStatus.Announced && situation.Stay.Destination.MayBeHome();

    private static AlertFinding? AssessNeeds(DischargeSituation situation, DateTimeOffset now)
    {
        var stay = situation.Stay;
        if (!Raises(situation) || !AnnouncedHome(situation) || stay.Plan.Needs is not null || stay.ExpectedAt is not { } expected) return null;
        var severity = expected - now <= situation.Settings.UrgentWithin ? AlertSeverity.Urgent : AlertSeverity.Vigilance;
        return Finding(NeedsNotAssessed, severity, situation, expected, Facts(situation), AlertRecipientRole.AnnouncingSocialWorker);
    }

    private static AlertFinding? AssessNursing(DischargeSituation situation, DateTimeOffset now)
    {
        var stay = situation.Stay;
        if (!Raises(situation) || stay.Plan.Needs?.Contains(CareNeed.Nursing) != true || !stay.Destination.MayBeHome()) return null;
        var confirmed = stay.Plan.Of(CareNeed.Nursing);
        var late = confirmed is not null && confirmed.FirstVisitAt > (stay.DischargedAt ?? stay.ExpectedAt) + situation.Settings.FirstVisitWithin;
        var stands = stay.Status switch
        {
            DischargeStatus.Announced => stay.ExpectedAt - now <= situation.Settings.NursingWithin && (confirmed is null || late),
            DischargeStatus.Discharged => late && confirmed!.FirstVisitAt > now,
            _ => false,
        };
        if (!stands) return null;
        var facts = Facts(situation) with { Needs = [CareNeed.Nursing], FirstVisitAt = confirmed?.FirstVisitAt, DischargedAt = stay.DischargedAt };
        return Finding(NursingNotConfirmed, AlertSeverity.Urgent, situation, stay.ExpectedAt, facts, AlertRecipientRole.AnnouncingSocialWorker);
    }

    private static DateTimeOffset? NextLookAtNursing(DischargeSituation situation, DateTimeOffset now)
    {
        var stay = situation.Stay;
        if (!Raises(situation) || stay.Plan.Needs?.Contains(CareNeed.Nursing) != true) return null;
        var at = stay.Status switch
        {
            DischargeStatus.Announced => stay.ExpectedAt - situation.Settings.NursingWithin,
            DischargeStatus.Discharged => stay.Plan.Of(CareNeed.Nursing)?.FirstVisitAt,
            _ => null,
        };
        return at > now ? at : null;
    }

    private static AlertFinding? AssessPreparation(DischargeSituation situation, DateTimeOffset now)
    {
        var stay = situation.Stay;
        if (!Raises(situation) || stay.Status is not DischargeStatus.Discharged || !stay.Destination.MayBeHome()) return null;
        var missing = stay.Plan.Unconfirmed();
        if (missing.IsEmpty) return null;
        var facts = Facts(situation) with
        {
            Needs = [.. missing],
            DischargedAt = stay.DischargedAt,
            Cites = [.. situation.Known.Except(["AL02"])],
        };
        return Finding(LeftUnprepared, AlertSeverity.Critical, situation, stay.DischargedAt, facts, AlertRecipientRole.Manager);
    }

    private static AlertFinding? AssessAdmission(DischargeSituation situation, DateTimeOffset now)
    {
        var stay = situation.Stay;
        if (!Raises(situation) || !stay.IsUnderWay || stay.Origin is not (StayOrigin.Admission or StayOrigin.Transfer)) return null;
        var facts = Facts(situation) with { ExpectedAt = null, AdmittedAt = stay.AdmittedAt };
        return Finding(Admitted, AlertSeverity.Vigilance, situation, null, facts, null);
    }

    private static AlertFinding? AssessDate(DischargeSituation situation, DateTimeOffset now)
    {
        var stay = situation.Stay;
        if (!Raises(situation) || !AnnouncedHome(situation)) return null;
        var moved = stay.Plan.ConfirmedForAnother(stay.ExpectedAt);
        return moved.IsEmpty
            ? null
            : Finding(DateMoved, AlertSeverity.Vigilance, situation, stay.ExpectedAt, Facts(situation) with { Needs = [.. moved] }, AlertRecipientRole.AnnouncingSocialWorker);
    }

    private static AlertFacts Facts(DischargeSituation situation) =>
        new(situation.Discharge, situation.Stay.Establishment, situation.Stay.ExpectedAt, situation.Commune);

    // The referent, else the day's duty (DOMAIN Rulings 6); then who else the rule tells.
    private static AlertFinding Finding(
        AlertRule rule, AlertSeverity severity, DischargeSituation situation, DateTimeOffset? dueAt, AlertFacts facts, AlertRecipientRole? also)
    {
        var dac = situation.Referent is { } referent
            ? new AlertRecipient(AlertRecipientRole.Referent, referent, null)
            : new AlertRecipient(AlertRecipientRole.Duty, null, null);
        AlertRecipient? other = also switch
        {
            null => null,
            AlertRecipientRole.AnnouncingSocialWorker => new(also.Value, situation.Stay.AnnouncedBy, situation.Stay.Establishment),
            _ => new(also.Value, null, null),
        };
        return new(rule.Code, rule.Version, severity, situation.Stay.PersonId, facts, dueAt, other is null ? [dac] : [dac, other]);
    }
}
