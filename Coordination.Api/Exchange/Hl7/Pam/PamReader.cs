using Coordination.Api.Exchange.Hl7.Wire;
using Coordination.Api.Resources;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>
/// Reads PAM-FR messages. Pure: the same bytes, link and clock give the same reading. What is sure is read, what is not sends the message
/// to quarantine with every reason found; only type, version, processing mode and header refuse it.
/// </summary>
public static class PamReader
{
    // A sender's clock may run ahead by so much before EVN-2 is no longer believed.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(24);
    private static readonly DateTimeOffset EarliestRecord = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads a message from its bytes.</summary>
    public static PamReading Read(ReadOnlySpan<byte> bytes, LinkProfile link, DateTimeOffset now)
    {
        var message = Hl7Parser.Parse(bytes, link.Reading, out var fault);
        return message is not null ? Read(message, link, now) : Unreadable(Hl7Header.Of(bytes), fault!);
    }

    /// <summary>Reads a message that is already cut.</summary>
    public static PamReading Read(Hl7Message message, LinkProfile link, DateTimeOffset now)
    {
        var header = Hl7Header.Of(message);
        var findings = new PamFindings(now);
        PamEnvelope.Check(header, message, link, findings);
        if (findings.AnyRejection) return new(PamDisposition.Refused, header, null, findings.Problems);
        if (findings.AnyError) return new(PamDisposition.Quarantine, header, null, findings.Problems);
        if (PamTriggers.KindOf(header.Trigger) is not { } kind) return new(PamDisposition.Ignored, header, null, findings.Problems);

        var adt = Content(message, header, kind, link, findings);
        return findings.AnyError
            ? new(PamDisposition.Quarantine, header, null, findings.Problems)
            : new(PamDisposition.Readable, header, adt, findings.Problems);
    }

    private static AdtMessage? Content(Hl7Message message, Hl7Header header, TriggerKind kind, LinkProfile link, PamFindings findings)
    {
        var evn = message["EVN"];
        var recorded = RecordedAt(evn, findings);
        var occurred = findings.Time(evn.Field(6), "EVN^1^6");
        var planned = findings.Time(evn.Field(3), "EVN^1^3");
        var outcome = new DischargeOutcome(
            message["PV1"].Field(36).Text, message["PV1"].Field(37).Component(1).Text, message["ZFM"].Field(2).Text, message["ZFM"].Field(4).Text);
        var person = PersonReader.Read(message, kind, link, outcome, findings);
        var previous = PersonReader.Previous(message, header.Trigger, findings);
        var stay = StayReader.Read(message, kind, findings);
        var movements = MovementReader.Read(message, header.Trigger, kind, findings);
        if (recorded is null || person is null) return null;
        var adt = new AdtMessage(
            link.Link, header.ControlId, header.Trigger, kind, header.Structure, header.VersionField, header.ProcessingId,
            message["MSH"].Field(3).Component(1).Text, message["MSH"].Field(4).Component(1).Text,
            recorded, occurred, planned, person, previous, stay, movements, outcome);
        return adt with { ExpectedDischargeAt = StayReader.ExpectedDischarge(adt, findings) };
    }

    private static Hl7Timestamp? RecordedAt(Hl7Segment evn, PamFindings findings)
    {
        if (evn.Field(2).Text.Length == 0)
        {
            findings.Missing("EVN^1^2", "EVN_TIME_MISSING");
            return null;
        }

        if (Hl7Timestamp.TryParse(evn.Field(2).Component(1).Text, out var time) && time.Instant >= EarliestRecord && time.Instant <= findings.Now + ClockTolerance)
            return time;
        findings.Fail("102", "EVN^1^2", "EVN_TIME_INVALID");
        return null;
    }

    private static PamReading Unreadable(Hl7Header header, Hl7Fault fault)
    {
        var rejection = fault.Kind is Hl7FaultKind.NoHeader or Hl7FaultKind.LineEnd || header.ControlId.Length == 0;
        var code = fault.Kind switch
        {
            Hl7FaultKind.NoHeader or Hl7FaultKind.SegmentName or Hl7FaultKind.LineEnd => "100",
            Hl7FaultKind.InvalidBytes or Hl7FaultKind.ControlCharacter => "102",
            Hl7FaultKind.UnknownCharset => "103",
            _ => "199",
        };
        var application = $"WIRE_{fault.Kind.ToString().ToUpperInvariant()}";
        var severity = rejection ? PamSeverity.Rejection : PamSeverity.Error;
        var problem = new PamProblem(code, severity, fault.Location, application, Texts.Get($"Hl7.{application}", fault.Detail));
        return new(rejection ? PamDisposition.Refused : PamDisposition.Quarantine, header, null, [problem]);
    }
}
