using System.Buffers.Text;
using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>Rules of the header, and of what no message may hold twice.</summary>
internal static class PamEnvelope
{
    public static void Check(Hl7Header header, Hl7Message message, LinkProfile link, PamFindings findings)
    {
        if (header.MessageType != "ADT" || !PamTriggers.IsEvent(header.Trigger))
            findings.Reject("200", "MSH^1^9", "TYPE_UNSUPPORTED");
        if (header.ControlId.Length is 0 or > Hl7Header.LongestKey || header.ControlId.Any(char.IsControl))
            findings.Reject(header.ControlId.Length == 0 ? "101" : "102", "MSH^1^10", "CONTROL_ID_INVALID");
        if (header.SendingApplication.Length > Hl7Header.LongestKey) findings.Reject("102", "MSH^1^3", "SENDER_INVALID");
        if (header.SendingFacility.Length > Hl7Header.LongestKey) findings.Reject("102", "MSH^1^4", "SENDER_INVALID");
        if (header.Version != "2.5" && !header.Version.StartsWith("2.5.", StringComparison.Ordinal))
            findings.Reject("203", "MSH^1^12", "VERSION_UNSUPPORTED");
        Processing(header, link, findings);
        if (findings.AnyRejection) return;
        if (PamTriggers.KindOf(header.Trigger) is null) UnknownTrigger(link, findings);

        foreach (var name in (ReadOnlySpan<string>)["MSH", "EVN", "PID"])
        {
            if (message.All(name).Skip(1).Any()) findings.Fail("198", name, "SEGMENT_REPEATED");
        }

        Attachments(message, findings);
    }

    private static void Processing(Hl7Header header, LinkProfile link, PamFindings findings)
    {
        var accepted = link.Mode == LinkMode.Production ? header.ProcessingId == "P" : header.ProcessingId is "P" or "T" or "D";
        if (!accepted) findings.Reject("202", "MSH^1^11", "PROCESSING_UNSUPPORTED");
    }

    private static void UnknownTrigger(LinkProfile link, PamFindings findings)
    {
        if (link.RefusesUnknownTrigger) findings.Reject("201", "MSH^1^9^1^2", "TRIGGER_UNKNOWN");
        else findings.Warn("201", "MSH^1^9^1^2", "TRIGGER_UNKNOWN");
    }

    private static void Attachments(Hl7Message message, PamFindings findings)
    {
        var number = 0;
        foreach (var obx in message.All("OBX"))
        {
            number++;
            var data = obx.Field(5);
            if (obx.Field(2).Raw is "ED" && data.Component(4).Raw.Equals("Base64", StringComparison.OrdinalIgnoreCase) && !Base64.IsValid(data.Component(5).Raw))
                findings.Fail("102", $"OBX^{number}^5", "BASE64_INVALID");
        }
    }
}
