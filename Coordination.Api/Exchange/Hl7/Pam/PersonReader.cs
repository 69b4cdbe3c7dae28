using System.Globalization;
using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>Reads PID, PD1, MRG and what other segments say of the person.</summary>
internal static class PersonReader
{
    public static PatientIdentity? Read(Hl7Message message, TriggerKind kind, LinkProfile link, DischargeOutcome outcome, PamFindings findings)
    {
        var pid = message["PID"];
        if (!pid.IsPresent)
        {
            findings.Missing("PID", "PID_MISSING");
            return null;
        }

        var statuses = pid.Field(32).Repetitions.Select(r => r.Component(1).Text).ToArray();
        var trusted = statuses.Contains("VALI") && !statuses.Contains("DOUT") && !statuses.Contains("FICT");
        var identifiers = IdentifierReader.Read(pid.Field(3), "PID^1^3", trusted, link.Mode == LinkMode.Production, findings);
        // A matricule that may not be used is an identifier all the same (PAM-21): the message is integrated without it.
        if (identifiers is { Ipps.Count: 0, Ins: null, DoubtfulIns: null, InsIsDelete: false }) findings.Missing("PID^1^3", "IDENTIFIER_MISSING");

        var names = pid.Field(5).Repetitions.ToArray();
        var birth = names.FirstOrDefault(n => n.Component(7).Raw is "L");
        var used = names.FirstOrDefault(n => n.Component(7).Raw is "D");
        if (birth.Component(1).Text.Length == 0) findings.Warn("101", "PID^1^5", "BIRTH_NAME_MISSING");
        var diedAt = findings.Time(pid.Field(29), "PID^1^29");
        var lunar = !message["ZFD"].Field(1).IsEmpty;
        return new(
            identifiers, statuses.Length > 0 ? statuses[0] : "",
            TraitOf(birth.Component(1)), TraitOf(used.Component(1)), TraitOf(birth.Component(2)), TraitOf(birth.Component(3)), TraitOf(used.Component(2)),
            pid.Field(8).Raw switch { "F" => "F", "M" => "M", _ => "U" },
            TraitOf(pid.Field(7).Component(1)), BirthDate(pid.Field(7).Component(1).Text, lunar, findings), lunar,
            pid.Field(30).Raw is "Y" || diedAt is not null || (kind == TriggerKind.Movement && outcome.PmsiMode == "9"), diedAt,
            message["PD1"].Field(12).Raw is "Y" || message["PV2"].Field(22).Raw is "Y");
    }

    /// <summary>The replaced identifiers; their INS is read whatever the status, since the message takes it away.</summary>
    public static PatientIdentifiers? Previous(Hl7Message message, string trigger, PamFindings findings)
    {
        var mrg = message["MRG"];
        if (PamTriggers.NeedsPrevious(trigger) && mrg.Field(1).Text.Length == 0) findings.Missing("MRG^1^1", "MRG_MISSING");
        return mrg.IsPresent ? IdentifierReader.Read(mrg.Field(1), "MRG^1^1", true, false, findings) : null;
    }

    private static Trait TraitOf(Hl7Value value) => new(value.Text is { Length: > 0 } text ? text : null, value.IsDelete);

    // Lunar and partial dates are kept as text: a day of 31–35 or a month over 12 is no error, it only makes no calendar date.
    private static DateOnly? BirthDate(string text, bool lunar, PamFindings findings)
    {
        if (text.Length == 0) return null;
        if (text.Length < 4 || text.AsSpan(0, Math.Min(text.Length, 8)).ContainsAnyExceptInRange('0', '9'))
        {
            findings.Fail("102", "PID^1^7", "BIRTH_DATE_INVALID");
            return null;
        }

        if (text.Length < 8) return null;
        var real = DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date <= DateOnly.FromDateTime(findings.Now.UtcDateTime.AddDays(1));
        if (real) return date;
        if (!lunar) findings.Warn("102", "PID^1^7", "BIRTH_DATE_NOT_OF_CALENDAR");
        return null;
    }
}
