using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>
/// A time as sent and the instant it means. Without a zone it is Europe/Paris time: in the hour that October repeats, the first
/// passage (summer time) is meant; in the hour that March skips, the clock that had not yet been put forward. The text is kept, so that
/// a doubt can be told from a fact.
/// </summary>
/// <param name="Text">As sent, such as <c>20240306110000</c> or <c>20240306110000.123+0100</c>.</param>
/// <param name="Instant">The instant, with the offset then in force; the start of the day or hour when that is all that was sent.</param>
/// <param name="HasTime">At least the hour and minute were sent.</param>
/// <param name="IsAmbiguous">No zone was sent, and this local time happened twice.</param>
public sealed record Hl7Timestamp(string Text, DateTimeOffset Instant, bool HasTime, bool IsAmbiguous)
{
    /// <summary>The zone of a time that names none.</summary>
    public static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Reads <c>YYYYMMDD[HHMM[SS[.s…]]][±ZZZZ]</c>; false when it is something else or no date of the calendar.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Hl7Timestamp? timestamp)
    {
        timestamp = null;
        var span = text.AsSpan().Trim();
        TimeSpan? offset = null;
        var sign = span.IndexOfAny('+', '-');
        if (sign >= 0)
        {
            if (!TryOffset(span[sign..], out var given)) return false;
            offset = given;
            span = span[..sign];
        }

        var dot = span.IndexOf('.');
        var fraction = dot < 0 ? default : span[(dot + 1)..];
        var digits = dot < 0 ? span : span[..dot];
        if (dot >= 0 && (digits.Length != 14 || fraction.Length is 0 or > 9 || fraction.ContainsAnyExceptInRange('0', '9'))) return false;
        var format = digits.Length switch { 8 => "yyyyMMdd", 12 => "yyyyMMddHHmm", 14 => "yyyyMMddHHmmss", _ => null };
        if (format is null || digits.ContainsAnyExceptInRange('0', '9')) return false;
        if (!DateTime.TryParseExact(digits, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2 or > 9998) return false;
        if (!fraction.IsEmpty) local = local.AddTicks((long)(double.Parse($"0.{fraction}", CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));

        var ambiguous = offset is null && digits.Length > 8 && Paris.IsAmbiguousTime(local);
        timestamp = new(text, new DateTimeOffset(local, offset ?? OffsetOf(local)), digits.Length > 8, ambiguous);
        if (offset is null && Paris.IsInvalidTime(local)) timestamp = timestamp with { Instant = TimeZoneInfo.ConvertTime(timestamp.Instant, Paris) };
        return true;
    }

    /// <summary>An instant as Europe/Paris time with its offset, to the second.</summary>
    public static string Format(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Paris).ToString("yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    /// <summary>The text as sent.</summary>
    public override string ToString() => Text;

    private static TimeSpan OffsetOf(DateTime local) =>
        Paris.IsAmbiguousTime(local) ? Paris.GetAmbiguousTimeOffsets(local).Max()
        : Paris.IsInvalidTime(local) ? Paris.GetUtcOffset(local.AddHours(-1)) : Paris.GetUtcOffset(local);

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length != 5 || text[1..].ContainsAnyExceptInRange('0', '9')) return false;
        var hours = ((text[1] - '0') * 10) + text[2] - '0';
        var minutes = ((text[3] - '0') * 10) + text[4] - '0';
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }
}
