using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>The MSH segment. Addresses are kept as sent, escapes included, so that an answer returns them unchanged.</summary>
/// <param name="Separators">Separators of the message; the standard ones when it names none.</param>
/// <param name="SendingApplication">MSH-3 as sent.</param>
/// <param name="SendingFacility">MSH-4 as sent.</param>
/// <param name="ReceivingApplication">MSH-5 as sent.</param>
/// <param name="ReceivingFacility">MSH-6 as sent.</param>
/// <param name="MessageTime">MSH-7 as sent.</param>
/// <param name="MessageType">MSH-9.1.</param>
/// <param name="Trigger">MSH-9.2.</param>
/// <param name="Structure">MSH-9.3; empty when not sent.</param>
/// <param name="ControlId">MSH-10.</param>
/// <param name="ProcessingId">MSH-11.1.</param>
/// <param name="Version">MSH-12.1.</param>
/// <param name="VersionField">MSH-12 as sent.</param>
/// <param name="Charset">MSH-18 as sent.</param>
public sealed record Hl7Header(
    Hl7Separators Separators,
    string SendingApplication,
    string SendingFacility,
    string ReceivingApplication,
    string ReceivingFacility,
    string MessageTime,
    string MessageType,
    string Trigger,
    string Structure,
    string ControlId,
    string ProcessingId,
    string Version,
    string VersionField,
    string Charset)
{
    /// <summary>Longest sending application, facility or control identifier that tells one message from another.</summary>
    public const int LongestKey = 199;

    /// <summary>The header of a message that has none.</summary>
    public static readonly Hl7Header Unknown = new(Hl7Separators.Standard, "", "", "", "", "", "", "", "", "", "", "", "", "");

    /// <summary>Reads the header of a message that could be cut.</summary>
    public static Hl7Header Of(Hl7Message message)
    {
        var msh = message["MSH"];
        return new(
            message.Separators, msh.Field(3).Raw.ToString(), msh.Field(4).Raw.ToString(), msh.Field(5).Raw.ToString(), msh.Field(6).Raw.ToString(),
            msh.Field(7).Text, msh.Field(9).Component(1).Text, msh.Field(9).Component(2).Text, msh.Field(9).Component(3).Text,
            msh.Field(10).Text, msh.Field(11).Component(1).Text, msh.Field(12).Component(1).Text, msh.Field(12).Raw.ToString(), msh.Field(18).Raw.ToString());
    }

    /// <summary>
    /// The header of any bytes, the same for the key of a message and for its answer: as decoded when the message can be cut, else what
    /// its ASCII says; <see cref="Unknown"/> when there is none.
    /// </summary>
    public static Hl7Header Of(ReadOnlySpan<byte> bytes)
    {
        if (Hl7Parser.Parse(bytes, Hl7Reading.Default, out _) is { } whole) return Of(whole);

        // Single bytes become characters one to one; the character set no longer matters once only the header is read.
        var ascii = new string([.. Hl7Parser.Head(bytes).Select(c => c is >= ' ' and <= '~' ? c : '?')]);
        var message = Hl7Parser.Parse(System.Text.Encoding.ASCII.GetBytes(WithoutCharset(ascii)), Hl7Reading.Default, out _);
        return message is null ? Unknown : Of(message) with { Charset = CharsetOf(ascii) };
    }

    /// <summary>Who sends: application and facility as sent.</summary>
    public string Sender => $"{SendingApplication}|{SendingFacility}";

    /// <summary>Sender and control identifier are fit to tell this message from another.</summary>
    public bool HasKey =>
        ControlId.Length is > 0 and <= LongestKey && SendingApplication.Length <= LongestKey && SendingFacility.Length <= LongestKey;

    /// <summary>Trigger and control identifier as far as they look like what they should be: fit for a log.</summary>
    public override string ToString() => $"{(PamTriggers.IsEvent(Trigger) ? Trigger : "?")} {(IsPlainId(ControlId) ? ControlId : "?")}";

    // A sender whose fields are shifted may have put a name or a matricule there.
    private static bool IsPlainId(string id) =>
        id.Length is > 0 and <= 50 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ':' or '/') && id.Any(char.IsAsciiDigit)
        && !(id.Length is 13 or 15 && id.Count(char.IsAsciiDigit) >= id.Length - 1);

    private static string WithoutCharset(string head)
    {
        var fields = head.Length > 3 ? head.Split(head[3]) : [head];
        return fields.Length > 17 ? string.Join(head[3], fields[..17]) : head;
    }

    private static string CharsetOf(string head)
    {
        var fields = head.Split(head[3]);
        return fields.Length > 17 ? fields[17] : "";
    }
}
