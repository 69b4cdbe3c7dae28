using System.Globalization;

namespace Coordination.Domain.CareRecord;

/// <summary>
/// A birth date as a document or INSi writes it: day or month may be unknown or of another calendar (INS-09). The text is kept; the
/// interval is what it may mean.
/// </summary>
public sealed record IdentityBirthDay
{
    private IdentityBirthDay(string text, DateOnly from, DateOnly to) => (Text, From, To) = (text, from, to);

    /// <summary>Year, month, day as <c>yyyy-MM-dd</c>, with 00 for what is unknown.</summary>
    public string Text { get; }

    /// <summary>First day it may mean.</summary>
    public DateOnly From { get; }

    /// <summary>Last day it may mean.</summary>
    public DateOnly To { get; }

    /// <summary>One day of the calendar.</summary>
    public bool IsWhole => From == To;

    /// <summary>One known day.</summary>
    public static IdentityBirthDay Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    /// <summary>Whether both may mean one day.</summary>
    public bool MayBe(IdentityBirthDay other) => From <= other.To && other.From <= To;

    /// <summary>
    /// Reads <c>12/03/1931</c>, <c>1931-03-12</c>, <c>03/1931</c>, <c>1931-03</c>, <c>1931</c>, with 00 where day or month is unknown; a day or month that the
    /// calendar does not have is read as unknown. Null when there is no year from 1800 on.
    /// </summary>
    public static IdentityBirthDay? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split('-', '/', '.', ' ');
        if (parts.Length > 3 || parts.Any(p => p.Length is not (1 or 2 or 4) || !p.All(char.IsAsciiDigit))) return null;
        if (parts[0].Length != 4) Array.Reverse(parts);
        if (parts[0].Length != 4 || parts.Skip(1).Any(p => p.Length > 2)) return null;
        var numbers = parts.Select(p => int.Parse(p, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var (year, month, day) = (numbers[0], numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
        if (year is < 1800 or > 2999) return null;
        var written = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
        if (month is < 1 or > 12) return new(written, new(year, 1, 1), new(year, 12, 31));
        var last = DateTime.DaysInMonth(year, month);
        return day >= 1 && day <= last ? new(written, new(year, month, day), new(year, month, day)) : new(written, new(year, month, 1), new(year, month, last));
    }
}
