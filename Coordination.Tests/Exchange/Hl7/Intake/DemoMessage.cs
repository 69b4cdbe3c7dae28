using System.Globalization;
using System.Text;
using Coordination.Api.Security.Development;

namespace Coordination.Tests.Exchange.Hl7.Intake;

/// <summary>Messages of the demo hospital, field by field, so that a test says what it changes.</summary>
internal sealed record DemoMessage(string Trigger, string Ipp = "0000001")
{
    public string ControlId { get; init; } = Guid.NewGuid().ToString("N")[..20];
    public string Visit { get; init; } = "V1";
    public string Class { get; init; } = "I";
    public string Movement { get; init; } = Guid.NewGuid().ToString("N")[..12];
    public string Expected { get; init; } = "";
    public string Version { get; init; } = "2.5^FRA^2.11";
    public string Ward { get; init; } = "CHIRV^101^2";
    public string Extra { get; init; } = "";
    public string Ins { get; init; } = "";
    public string BirthDate { get; init; } = "19420601";
    public string Died { get; init; } = "";
    public bool WithMovement { get; init; } = true;
    public string Zbe4 { get; init; } = "INSERT";
    public string Zbe6 { get; init; } = "";

    public byte[] Bytes => Encoding.UTF8.GetBytes(string.Join('\r', Segments()) + '\r');

    public static string Time(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private IEnumerable<string> Segments()
    {
        var authority = $"CHD&{DemoUsers.Hospital.Value}&N";
        var ins = Ins.Length == 0 ? "" : $"~{Ins}^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS";
        yield return $"MSH|^~\\&|GAM|CHD|DPI|CHD|20261123090000||ADT^{Trigger}^ADT_A01|{ControlId}|T|{Version}|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM";
        yield return "EVN||20261123090000||||20261123085500";
        yield return Segment("PID", (1, "1"), (3, $"{Ipp}^^^{authority}^PI{ins}"), (5, "DURAND^JEANNE^JEANNE^^^^L"), (7, BirthDate), (8, "F"), (18, $"NDA1^^^{authority}^AN"), (29, Died), (32, "VALI"));
        yield return Segment("PV1", (1, "1"), (2, Class), (3, $"{Ward}^CHD&{DemoUsers.Hospital.Value}&N^O"), (19, $"{Visit}^^^{authority}^VN"), (44, "20261120100000"), (51, "V"));
        yield return Segment("PV2", (9, Expected));
        if (WithMovement) yield return $"ZBE|{Movement}^CHD^{DemoUsers.Hospital.Value}|20261123085500||{Zbe4}|N|{Zbe6}|Chir V^^^^^CHD^UF^^^6268|Chir V^^^^^CHD^UF^^^6268|HMS";
        if (Extra.Length > 0) yield return Extra;
    }

    private static string Segment(string name, params (int Field, string Value)[] fields)
    {
        var values = new string[fields[^1].Field + 1];
        values[0] = name;
        foreach (var (field, value) in fields) values[field] = value;
        return string.Join('|', values);
    }
}
