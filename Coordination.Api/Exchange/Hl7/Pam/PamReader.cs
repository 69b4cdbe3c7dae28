using Coordination.Api.Exchange.Hl7.Wire;

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
        findings.Fail("102", "EVN^1^2", "EVN_TIME_INVALID", "Date d’enregistrement illisible ou invraisemblable.");
        return null;
    }

    private static PamReading Unreadable(Hl7Header header, Hl7Fault fault)
    {
        var rejection = fault.Kind is Hl7FaultKind.NoHeader or Hl7FaultKind.LineEnd || header.ControlId.Length == 0;
        var (code, text) = fault.Kind switch
        {
            Hl7FaultKind.NoHeader => ("100", "Segment MSH absent ou illisible."),
            Hl7FaultKind.InvalidBytes => ("102", $"Octets étrangers au jeu de caractères {fault.Detail}."),
            Hl7FaultKind.UnknownCharset => ("103", $"Jeu de caractères inconnu ; attendu : {fault.Detail}."),
            Hl7FaultKind.ControlCharacter => ("102", "Caractère de contrôle interdit."),
            Hl7FaultKind.SegmentName => ("100", "Ligne sans nom de segment."),
            Hl7FaultKind.LineEnd => ("100", "Les segments se terminent par CR sur cette liaison."),
            _ => ("199", $"Limite dépassée : {fault.Detail}."),
        };
        var problem = new PamProblem(code, rejection ? PamSeverity.Rejection : PamSeverity.Error, fault.Location, $"WIRE_{fault.Kind.ToString().ToUpperInvariant()}", text);
        return new(rejection ? PamDisposition.Refused : PamDisposition.Quarantine, header, null, [problem]);
    }
}
