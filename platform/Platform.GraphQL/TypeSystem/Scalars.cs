using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.GraphQL;

/// <summary>The scalars that every schema may use beside the five of the specification.</summary>
public static partial class Scalars
{
    /// <summary><c>UUID</c>, 8-4-4-4-12 hexadecimal digits without braces, either case in, lower case out.</summary>
    public static ScalarType<Guid> Uuid { get; } = new("UUID",
        text => text.Length == 36 && text.All(c => c == '-' || char.IsAsciiHexDigit(c)) && Guid.TryParseExact(text, "D", out var id) ? id : throw new FormatException("Expected 8-4-4-4-12 hexadecimal digits."),
        id => id.ToString("D")) { SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc9562" };

    /// <summary><c>Date</c>, a calendar day without zone, <c>YYYY-MM-DD</c>.</summary>
    public static ScalarType<DateOnly> Date { get; } = new("Date",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new FormatException("Expected an existing day, YYYY-MM-DD."),
        day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary><c>DateTime</c>, RFC 3339 with an obligatory offset; written in UTC with <c>Z</c>, up to microseconds.</summary>
    public static ScalarType<DateTimeOffset> DateTime { get; } = new("DateTime",
        ParseInstant,
        instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture))
        { SpecifiedBy = "https://www.rfc-editor.org/rfc/rfc3339" };

    internal static ScalarType[] All => [Uuid, Date, DateTime];

    private static DateTimeOffset ParseInstant(string text) =>
        Rfc3339().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant
            : throw new FormatException("Expected RFC 3339 with an offset, as 2026-11-22T15:00:00Z.");

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.ECMAScript)]
    private static partial Regex Rfc3339();
}
