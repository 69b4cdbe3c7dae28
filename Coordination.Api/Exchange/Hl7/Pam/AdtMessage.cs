namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>
/// What we take from a PAM-FR message, and nothing else: no ward, room or bed, no legal mode of psychiatric care, no race, religion or
/// ethnic group is ever here.
/// </summary>
/// <param name="Link">The link it came by.</param>
/// <param name="ControlId">MSH-10.</param>
/// <param name="Trigger">Event, such as <c>A16</c>.</param>
/// <param name="Kind">Identity, movement, or the tolerated A08.</param>
/// <param name="Structure">MSH-9.3; empty when not sent.</param>
/// <param name="Version">MSH-12 as sent.</param>
/// <param name="ProcessingId">P, T or D.</param>
/// <param name="SendingApplication">MSH-3.</param>
/// <param name="SendingFacility">MSH-4.</param>
/// <param name="RecordedAt">EVN-2.</param>
/// <param name="OccurredAt">EVN-6.</param>
/// <param name="PlannedAt">EVN-3.</param>
/// <param name="Person">Who the message is about.</param>
/// <param name="Previous">MRG: the identifiers that this message replaces (A40, A44, A47).</param>
/// <param name="Stay">PV1 and PV2; null without PV1.</param>
/// <param name="Movements">ZBE, one per segment; at least one for a movement message.</param>
/// <param name="Outcome">How and where a stay ends.</param>
public sealed record AdtMessage(
    string Link,
    string ControlId,
    string Trigger,
    TriggerKind Kind,
    string Structure,
    string Version,
    string ProcessingId,
    string SendingApplication,
    string SendingFacility,
    Hl7Timestamp RecordedAt,
    Hl7Timestamp? OccurredAt,
    Hl7Timestamp? PlannedAt,
    PatientIdentity Person,
    PatientIdentifiers? Previous,
    HospitalStay? Stay,
    IReadOnlyList<Movement> Movements,
    DischargeOutcome Outcome)
{
    /// <summary>
    /// When the discharge is expected: PV2-9; for a pending discharge (A16, or its correction) else EVN-3, else the time of the
    /// event, since an empty planned time means « now ». Null when nothing is said, or when it would come before the admission.
    /// </summary>
    public Hl7Timestamp? ExpectedDischargeAt { get; init; }

    /// <summary>The movement that the message is about; null for identity messages.</summary>
    public Movement? Movement => Movements.Count > 0 ? Movements[0] : null;

    /// <summary>Trigger and control identifier; nothing of the person.</summary>
    public override string ToString() => $"{Trigger} {ControlId}";
}
