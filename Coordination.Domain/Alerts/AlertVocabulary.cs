using System.Collections.Immutable;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Alerts;

/// <summary>How pressing an alert is, least first (I, V, U, C).</summary>
public enum AlertSeverity
{
    /// <summary>Information.</summary>
    Info,

    /// <summary>Vigilance.</summary>
    Vigilance,

    /// <summary>Urgent.</summary>
    Urgent,

    /// <summary>Critical.</summary>
    Critical,
}

/// <summary>Where an alert stands.</summary>
public enum AlertStatus
{
    /// <summary>Nobody has taken it.</summary>
    Raised,

    /// <summary>Somebody takes care of it; the clock goes on.</summary>
    Taken,

    /// <summary>Its condition no longer holds.</summary>
    Resolved,

    /// <summary>Closed by somebody without action, with a reason.</summary>
    Acknowledged,
}

/// <summary>In which capacity somebody is told.</summary>
public enum AlertRecipientRole
{
    /// <summary>The referent of the record.</summary>
    Referent,

    /// <summary>The duty of the day, when the record has no referent.</summary>
    Duty,

    /// <summary>The social service of the establishment.</summary>
    AnnouncingSocialWorker,

    /// <summary>The manager of the DAC (responsable du DAC).</summary>
    Manager,
}

/// <summary>Who is told: a professional, or the social service of an establishment. Never a candidate provider.</summary>
public sealed record AlertRecipient(AlertRecipientRole Role, ProfessionalId? Professional, Finess? Establishment);

/// <summary>The event that raised or fed an alert.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Alias">Its stored alias.</param>
/// <param name="OccurredAt">Time of the fact.</param>
/// <param name="RecordedAt">When the platform learned it.</param>
/// <param name="Source">Who or which interface said it.</param>
public sealed record AlertCause(Guid EventId, string Alias, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Source);

/// <summary>The facts a rule looked at; what a rule does not use stays null or empty.</summary>
public sealed record AlertFacts(DischargeId? Discharge, Finess? Establishment, DateTimeOffset? ExpectedAt, CommuneCode? Commune)
{
    /// <summary>When the person came to the hospital.</summary>
    public DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>When the person left.</summary>
    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>The first visit that is confirmed, but too late.</summary>
    public DateTimeOffset? FirstVisitAt { get; init; }

    /// <summary>The needs that are not met, or have to be confirmed again.</summary>
    public ImmutableArray<CareNeed> Needs { get; init; } = [];

    /// <summary>Rules whose alerts about the same discharge came before and are cited.</summary>
    public ImmutableArray<string> Cites { get; init; } = [];

    /// <summary>The instant that the alert is about: closed without action, it does not come back for the same one.</summary>
    public DateTimeOffset? About() => DischargedAt ?? ExpectedAt ?? AdmittedAt;

    /// <summary>Equal when needs and citations are the same ones too.</summary>
    public bool Equals(AlertFacts? other) => other is not null && Discharge == other.Discharge && Establishment == other.Establishment
        && ExpectedAt == other.ExpectedAt && Commune == other.Commune && AdmittedAt == other.AdmittedAt && DischargedAt == other.DischargedAt
        && FirstVisitAt == other.FirstVisitAt && Needs.SequenceEqual(other.Needs) && Cites.SequenceEqual(other.Cites);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Discharge, Establishment, ExpectedAt, Commune, AdmittedAt, DischargedAt, FirstVisitAt, Needs.Length);
}

/// <summary>What a rule finds: the alert as it should stand now.</summary>
public sealed record AlertFinding(
    string RuleCode,
    int RuleVersion,
    AlertSeverity Severity,
    PersonId Subject,
    AlertFacts Facts,
    DateTimeOffset? DueAt,
    ImmutableArray<AlertRecipient> Recipients)
{
    /// <summary>Equal when the recipients are the same ones too.</summary>
    public bool Equals(AlertFinding? other) => other is not null && RuleCode == other.RuleCode && RuleVersion == other.RuleVersion
        && Severity == other.Severity && Subject == other.Subject && Facts == other.Facts && DueAt == other.DueAt
        && Recipients.SequenceEqual(other.Recipients);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(RuleCode, RuleVersion, Severity, Subject, Facts, DueAt, Recipients.Length);
}
