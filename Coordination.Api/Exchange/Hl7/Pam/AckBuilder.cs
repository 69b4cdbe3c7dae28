using System.Text;
using Coordination.Api.Exchange.Hl7.Wire;
using Coordination.Api.Resources;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>
/// Acknowledgements in original mode (PAM-26): addresses swapped, own control identifier, the separators and the character set of the
/// message answered. Texts name rules, never a trait of a person.
/// </summary>
public static class AckBuilder
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["100"] = "Segment sequence error", ["101"] = "Required field missing", ["102"] = "Data type error", ["103"] = "Table value not found",
        ["198"] = "Non-conformant cardinality", ["199"] = "Other HL7 error", ["200"] = "Unsupported message type",
        ["201"] = "Unsupported event code", ["202"] = "Unsupported processing id", ["203"] = "Unsupported version id",
        ["204"] = "Unknown key identifier", ["205"] = "Duplicate key identifier", ["206"] = "Application record locked",
        ["207"] = "Application error",
    };

    /// <summary>The answer to a reading.</summary>
    public static byte[] Build(PamReading reading, DateTimeOffset now) => Build(reading.Header, reading.Ack, reading.Problems, now);

    /// <summary>An answer of another kind, such as a duplicate (205) or a failure to store (207).</summary>
    public static byte[] Build(Hl7Header header, AckCode code, IReadOnlyList<PamProblem> problems, DateTimeOffset now)
    {
        var s = header.Separators;
        var charset = Hl7Charset.Find(FirstOf(header.Charset, s)) ?? Hl7Charset.Find(Hl7Charset.Utf8Name)!;
        var declared = Hl7Charset.Find(FirstOf(header.Charset, s)) is null ? Hl7Charset.Utf8Name : header.Charset;
        var type = header.Trigger.Length > 0 ? string.Join(s.Component, "ACK", Escape(header.Trigger), "ACK") : "ACK";
        var text = new StringBuilder(256);
        Segment(
            text, s, "MSH", s.ToString(), header.ReceivingApplication, header.ReceivingFacility, header.SendingApplication, header.SendingFacility,
            Escape(Hl7Timestamp.Format(now)), "", type, NewControlId(), header.ProcessingId.Length > 0 ? Escape(header.ProcessingId) : "P",
            header.Version.Length > 0 && header.Version.StartsWith("2.5", StringComparison.Ordinal) ? header.VersionField : string.Join(s.Component, Escape("2.5"), "FRA", Escape("2.11")),
            "", "", "", "", "FRA", declared, "FR");
        Segment(text, s, "MSA", code.ToString(), Escape(header.ControlId));
        foreach (var problem in problems)
        {
            var location = string.Join(s.Component, problem.Location.Split('^').Select(Escape));
            var label = string.Join(s.Component, problem.Code, Labels.GetValueOrDefault(problem.Code, "Other HL7 error"), "HL70357");
            // The 8859 sets have no typographic apostrophe.
            var said = Escape(problem.Text.Replace('’', '\''));
            var severity = problem.Severity == PamSeverity.Warning ? "W" : "E";
            Segment(text, s, "ERR", "", location, label, severity, Escape(problem.ApplicationCode), "", said, said);
        }

        return charset.GetBytes(text.ToString());

        string Escape(string value) => Hl7Escape.Encode(value, s);
    }

    /// <summary>The refusal of a message too large to be received, from its first bytes.</summary>
    public static byte[] Oversize(ReadOnlySpan<byte> head, int limit, DateTimeOffset now) =>
        Build(
            Hl7Header.Of(head), AckCode.AR,
            [new("199", PamSeverity.Rejection, "MSH", "MESSAGE_TOO_LARGE", Texts.Get("Hl7.MESSAGE_TOO_LARGE", limit))], now);

    private static string FirstOf(string charset, Hl7Separators separators) => charset.Split(separators.Repetition)[0];

    private static void Segment(StringBuilder text, Hl7Separators separators, string name, params ReadOnlySpan<string> fields) =>
        text.Append(name).Append(separators.Field).AppendJoin(separators.Field, fields).Append('\r');

    // 20 characters, the length of MSH-10 in version 2.5.
    private static string NewControlId() => Guid.CreateVersion7().ToString("N")[..20].ToUpperInvariant();
}
