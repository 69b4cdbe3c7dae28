using System.Globalization;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Api.Exchange.Hl7.Wire;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.Hl7;

/// <summary>Writes the segments.</summary>
internal static class PamText
{
    /// <summary>ZBE-1, 2, 4 and 6.</summary>
    public sealed record MovementFields(string Id, DateTimeOffset StartedAt, string Action, string OriginalTrigger);

    public static string Identity(
        DemoPerson person, DemoHospital hospital, string trigger, string control, DateTimeOffset now, Ins ins, Ins previous) =>
        Head(hospital, trigger, "ADT_A30", control, now, null)
        + Pid(person, hospital, ins, "")
        + Segment("MRG", (1, InsCx(previous)));

    public static string Movement(
        DemoPerson person, DemoHospital hospital, string trigger, string structure, string control, DateTimeOffset now, Ins ins,
        SentStay stay, MovementFields movement, DateTimeOffset? planned)
    {
        var preadmission = trigger == "A05";
        var discharged = stay.DischargedAt is not null;
        var circumstance = discharged ? "3" : "";
        return Head(hospital, trigger, structure, control, now, planned, movement.StartedAt)
            + Pid(person, hospital, ins, Cx(stay.File, hospital, "AN"))
            + Segment(
                "PV1", (1, "1"), (2, stay.PatientClass), (3, $"^^^{Authority(hospital)}^O"), (4, stay.PatientClass == "E" ? "U" : "R"),
                (19, Cx(stay.Visit, hospital, "VN")), (36, circumstance), (41, "N"),
                (44, preadmission ? "" : Time(stay.AdmittedAt)), (45, stay.DischargedAt is { } at ? Time(at) : ""), (51, "V"))
            + Segment(
                "PV2", (8, preadmission ? Time(stay.AdmittedAt) : ""), (9, stay.ExpectedDischargeAt is { } expected ? Time(expected) : ""), (22, "N"))
            + Segment(
                "ZBE", (1, $"{movement.Id}^{hospital.Facility}^{hospital.Finess}"), (2, Time(movement.StartedAt)), (4, movement.Action), (5, "N"),
                (6, movement.OriginalTrigger), (7, Unit(hospital)), (8, Unit(hospital)), (9, "HMS"))
            + Segment("ZFM", (1, "8"), (2, discharged ? "8" : ""));
    }

    private static string Head(
        DemoHospital hospital, string trigger, string structure, string control, DateTimeOffset now, DateTimeOffset? planned, DateTimeOffset? occurred = null) =>
        Segment(
            "MSH", (2, @"^~\&"), (3, E(hospital.Application)), (4, E(hospital.Facility)), (5, "COORDINATION"), (6, "DAC"), (7, Time(now)),
            (9, $"ADT^{trigger}^{structure}"), (10, control), (11, "T"), (12, "2.5^FRA^2.11"), (17, "FRA"), (18, Hl7Charset.Utf8Name), (19, "FR"),
            (21, "2.11^IHE_FRANCE-2.11-PAM"))
        + Segment("EVN", (2, Time(now)), (3, planned is { } at ? Time(at) : ""), (6, Time(occurred ?? now)));

    private static string Pid(DemoPerson person, DemoHospital hospital, Ins ins, string file)
    {
        var given = person.GivenNames;
        var birth = $"{E(person.BirthName)}^{E(given[0])}^{E(string.Join(' ', given))}^^^^L";
        var used = person.UsedName is { } name ? $"~{E(name)}^{E(given[0])}^^^^^D" : "";
        var home = $"{E(person.AddressLine)}^^{E(person.Commune.Name)}^^{person.Commune.PostalCode}^FRA^H^^{person.Commune.Insee}";
        return Segment(
            "PID", (1, "1"), (3, $"{Cx(person.Ipp, hospital, "PI")}~{InsCx(ins)}"), (5, birth + used),
            (7, person.BirthDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture)), (8, person.Sex),
            (11, $"{home}~^^^^^FRA^BDL^^{person.BirthCommuneInsee}"), (13, $"^PRN^PH^^^^^^^^^{E(person.Phone)}"), (18, file), (32, "VALI"));
    }

    private static string InsCx(Ins ins)
    {
        var name = ins.Kind == InsKind.Nia ? "ASIP-SANTE-INS-NIA" : "ASIP-SANTE-INS-NIR";
        return $"{ins.Matricule}^^^{name}&{ins.Oid}&ISO^INS";
    }

    private static string Cx(string value, DemoHospital hospital, string type) => $"{E(value)}^^^{Authority(hospital)}^{type}";

    private static string Authority(DemoHospital hospital) => $"{E(hospital.Facility)}&{hospital.Finess}&M";

    private static string Unit(DemoHospital hospital) => $"{E("Médecine")}^^^^^{Authority(hospital)}^UF^^^6268";

    private static string E(string text) => Hl7Escape.Encode(text, Hl7Separators.Standard);

    private static string Time(DateTimeOffset instant) => Hl7Timestamp.Format(instant);

    // MSH-1 is the separator itself, so that MSH's fields stand one place earlier than those of the others.
    private static string Segment(string name, params ReadOnlySpan<(int Number, string Value)> fields)
    {
        var shift = name == "MSH" ? 1 : 0;
        var values = new string[fields[^1].Number - shift];
        Array.Fill(values, "");
        foreach (var (number, value) in fields) values[number - 1 - shift] = value;
        return $"{name}|{string.Join('|', values)}\r";
    }
}
