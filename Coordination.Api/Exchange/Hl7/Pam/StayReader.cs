using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>Reads PV1 and PV2: numbers, facility and dates.</summary>
internal static class StayReader
{
    public static HospitalStay? Read(Hl7Message message, TriggerKind kind, PamFindings findings)
    {
        var pv1 = message["PV1"];
        var required = kind == TriggerKind.Movement;
        if (!pv1.IsPresent)
        {
            if (required) findings.Missing("PV1", "PV1_MISSING");
            return null;
        }

        if (required && pv1.Field(2).Text.Length == 0) findings.Missing("PV1^1^2", "PATIENT_CLASS_MISSING");
        var visit = IdentifierReader.Assigned(pv1.Field(19));
        if (required && visit is null) findings.Warn("101", "PV1^1^19", "VISIT_NUMBER_MISSING");
        var file = IdentifierReader.Assigned(message["PID"].Field(18));
        if (required && file is null) findings.Warn("101", "PID^1^18", "FILE_NUMBER_MISSING");

        var pv2 = message["PV2"];
        var stay = new HospitalStay(
            pv1.Field(2).Text, pv1.Field(4).Text, visit, file, IdentifierReader.Assigned(pv1.Field(5)), Facility(pv1.Field(3).Component(4)),
            findings.Time(pv1.Field(44), "PV1^1^44"), findings.Time(pv1.Field(45), "PV1^1^45"),
            findings.Time(pv2.Field(8), "PV2^1^8"), findings.Time(pv2.Field(9), "PV2^1^9"));
        if (stay is { AdmittedAt: { } admitted, DischargedAt: { } discharged } && discharged.Instant < admitted.Instant)
            findings.Fail("207", "PV1^1^45", "DISCHARGE_BEFORE_ADMISSION");
        return stay;
    }

    public static Hl7Timestamp? ExpectedDischarge(AdtMessage message, PamFindings findings)
    {
        var movement = message.Movement;
        if (message.Kind != TriggerKind.Movement || movement?.Action == MovementAction.Cancel) return null;
        var pending = message.Trigger == "A16" || (message.Trigger == "Z99" && movement?.OriginalTrigger == "A16");
        var expected = message.Stay?.EstimatedDischargeAt ?? (pending ? message.PlannedAt ?? message.OccurredAt ?? message.RecordedAt : null);
        if (expected is null || message.Stay?.AdmittedAt is not { } admitted || !Before(expected, admitted)) return expected;
        findings.Warn("207", "PV2^1^9", "EXPECTED_DISCHARGE_BEFORE_ADMISSION");
        return null;
    }

    // A date without a time is compared by day: the hour of admission says nothing against it.
    private static bool Before(Hl7Timestamp expected, Hl7Timestamp admitted) =>
        expected.HasTime ? expected.Instant < admitted.Instant : expected.Instant.Date < admitted.Instant.ToOffset(expected.Instant.Offset).Date;

    private static AssignedId? Facility(Hl7Value authority)
    {
        var name = authority.Subcomponent(1).Text;
        var id = authority.Subcomponent(2).Text;
        return name.Length + id.Length == 0 ? null : new(id, name, id);
    }
}
