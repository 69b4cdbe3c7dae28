namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>The stay a message speaks of: its numbers and dates, the facility, never the ward.</summary>
/// <param name="PatientClass">PV1-2: I in-patient, O out-patient, E emergencies, R sessions, N none, V.</param>
/// <param name="AdmissionType">PV1-4, such as C or RM; empty when not sent.</param>
/// <param name="Visit">PV1-19.</param>
/// <param name="File">PID-18, the administrative file (NDA).</param>
/// <param name="PreadmissionId">PV1-5: links A05 and A01.</param>
/// <param name="Facility">PV1-3.4: the establishment, such as its name and FINESS.</param>
/// <param name="AdmittedAt">PV1-44.</param>
/// <param name="DischargedAt">PV1-45.</param>
/// <param name="ExpectedAdmissionAt">PV2-8.</param>
/// <param name="EstimatedDischargeAt">PV2-9 as sent.</param>
public sealed record HospitalStay(
    string PatientClass,
    string AdmissionType,
    AssignedId? Visit,
    AssignedId? File,
    AssignedId? PreadmissionId,
    AssignedId? Facility,
    Hl7Timestamp? AdmittedAt,
    Hl7Timestamp? DischargedAt,
    Hl7Timestamp? ExpectedAdmissionAt,
    Hl7Timestamp? EstimatedDischargeAt)
{
    /// <summary>The class alone.</summary>
    public override string ToString() => PatientClass;
}

/// <summary>How a stay ends, as far as it is said.</summary>
/// <param name="Circumstance">PV1-36, table 0112; empty when not sent.</param>
/// <param name="DestinationFiness">PV1-37; empty when not sent.</param>
/// <param name="PmsiMode">ZFM-2: 8 home, 7 transfer, 6 ward change, 9 death…; empty when not sent.</param>
/// <param name="PmsiDestination">ZFM-4; empty when not sent.</param>
public sealed record DischargeOutcome(string Circumstance, string DestinationFiness, string PmsiMode, string PmsiDestination)
{
    /// <summary>Nothing was said.</summary>
    public bool IsUnknown => Circumstance.Length + DestinationFiness.Length + PmsiMode.Length == 0;
}
