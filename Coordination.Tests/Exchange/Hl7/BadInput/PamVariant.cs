using System.Text;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>One event of PAM-FR as some hospital writes it: what the profile leaves free is a choice.</summary>
internal sealed record PamVariant(string Trigger, string Structure, string Version, string Charset, string MovementIds, PamOptions Options)
{
    public const string Ipp = "900123^^^CH-DEMO&470000001&M^PI";

    private static readonly string[] Identity = ["A28", "A31", "A40", "A47"];
    private static readonly Dictionary<string, string> Cancelled = new(StringComparer.Ordinal)
    {
        ["A11"] = "A01", ["A12"] = "A02", ["A13"] = "A03", ["A25"] = "A16", ["A38"] = "A05", ["A52"] = "A21", ["A53"] = "A22", ["A55"] = "A54", ["Z99"] = "A02",
    };

    /// <summary>ZBE and PV1 are required.</summary>
    public bool IsMovement => !Identity.Contains(Trigger) && Trigger is not ("A08" or "A44");

    public bool HasStay => IsMovement || Options.HasFlag(PamOptions.Visit);

    public string Action => Trigger == "Z99" ? "UPDATE" : Cancelled.ContainsKey(Trigger) ? "CANCEL" : "INSERT";

    public byte[] Bytes => (CodePagesEncodingProvider.Instance.GetEncoding(EncodingName) ?? Encoding.GetEncoding(EncodingName)).GetBytes(Text);

    private string EncodingName => Charset switch { "8859/1" => "iso-8859-1", "8859/15" => "iso-8859-15", _ => "utf-8" };

    private string Text
    {
        get
        {
            var end = Options.HasFlag(PamOptions.LineFeed) ? "\n" : Options.HasFlag(PamOptions.Both) ? "\r\n" : "\r";
            return string.Join(end, [Header, .. Body()]) + (Options.HasFlag(PamOptions.NoLastEnd) ? "" : end);
        }
    }

    private string Header
    {
        get
        {
            var type = Structure.Length == 0 ? $"ADT^{Trigger}" : $"ADT^{Trigger}^{Structure}";
            return $"MSH|^~\\&|GAM|CH-DEMO|DPI|CH-DEMO|20261116101500||{type}|V1|T|{Version}|||||FRA|{Charset}|FR||2.11^IHE_FRANCE-2.11-PAM";
        }
    }

    private IEnumerable<string> Body()
    {
        string[] required = [$"EVN|{(Options.HasFlag(PamOptions.Terse) ? "" : Trigger)}|20261116101500||||20261116100000", Person, .. Needed()];
        string[] optional = Options.HasFlag(PamOptions.Extras) ? Extras : [];
        var all = Options.HasFlag(PamOptions.Reversed) ? [.. required.Reverse(), .. optional.Reverse()] : (string[])[.. required, .. optional];
        return Options.HasFlag(PamOptions.Indented) ? all.Select(s => " " + s) : all;
    }

    private IEnumerable<string> Needed()
    {
        if (HasStay) yield return Visit;
        if (Trigger is "A40" or "A47" or "A44") yield return "MRG|900122^^^CH-DEMO&470000001&M^PI";
        if (IsMovement) yield return $"ZBE|{MovementIds}|20261116100000||{Action}|N|{Cancelled.GetValueOrDefault(Trigger, "")}|^^^^^^UF^^^12||{(Options.HasFlag(PamOptions.Terse) ? "" : "HMS")}";
    }

    private string Person
    {
        get
        {
            var file = IsMovement || !Options.HasFlag(PamOptions.Terse) ? "26004711^^^CH-DEMO&470000001&M^AN" : "";
            return $"PID|1||{Ipp}||LÉGER^ÉLOÏSE^ÉLOÏSE ANNE^^Mme^^L~D'ARÇON^ÉLOÏSE^^^^^D||19420519|F||||||||||{file}||||||||||||N||PROV";
        }
    }

    private string Visit => IsMovement
        ? "PV1|1|I|^^^CH-DEMO&470000001&M^O|C|||||||||||||||26004711V^^^CH-DEMO&470000001&M^VN|||||||||||||||||||||||||20261112090000|||||||V"
        : "PV1|1|N";

    private static string[] Extras =>
    [
        "PD1||U||||||||||N", "ROL||UC|ODRP|10000000001^ESSAI^Anne^^^^^^X&1.2&ISO^L^^^RPPS", "NK1|1|LÉGER^Paul|SPO^^HL70063||0600000000||K^^HL70131",
        "NK1|2|LÉGER^Ida|||||P^^HL70131", "PV2||||||||20261112|20261120120000", "ZFA|ACTIF|20240306|||||||INO|20240306|IC|20240306", "ZFP|1|37", "ZFV|470000001||",
        "ZFM|8||||", "ZFD|||Y|N|INSI|20211201", "ZFS|1|SDRE|20261101", "DB1|1", "OBX|1|NM|3142-7||62|kg|||||F", "AL1|1||X", "GT1|1", "IN1|1|A|B", "NTE|1||Libre", "ZZZ|1|2|3",
    ];
}

/// <summary>What a sender is free to do.</summary>
[Flags]
internal enum PamOptions
{
    None = 0,
    Extras = 1,
    Reversed = 2,
    LineFeed = 4,
    Both = 8,
    Visit = 16,
    Terse = 32,
    Indented = 64,
    NoLastEnd = 128,
}
