using System.Collections.Immutable;
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

/// <summary>The facts a rule looked at; what a rule does not use stays null.</summary>
public sealed record AlertFacts(DischargeId? Discharge, Finess? Establishment, DateTimeOffset? ExpectedAt, CommuneCode? Commune);

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
