using System.Globalization;
using System.Resources;

namespace Coordination.Api.Resources;

/// <summary>Every French text that the server writes, from <c>Messages.fr.resx</c>, and how dates are said in it.</summary>
public static class Texts
{
    // The French set alone: a manager that looks further for a missing key throws, since there is no neutral set.
    private static readonly ResourceSet Messages = new ResourceManager("Coordination.Api.Resources.Messages", typeof(Texts).Assembly)
        .GetResourceSet(CultureInfo.GetCultureInfo("fr"), createIfNotExists: true, tryParents: false)!;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The text of a key with its values; a key that does not exist is a programming error and throws.</summary>
    public static string Get(string key, params object?[] values) =>
        Find(key, values) ?? throw new InvalidOperationException($"no French text for {key}");

    /// <summary>The text of a key, null when there is none.</summary>
    public static string? Find(string key, params object?[] values) =>
        Messages.GetString(key) is { } text ? string.Format(French, text, values) : null;

    /// <summary>« vendredi 15 h » within the coming week, « vendredi 27 novembre 15 h 30 » otherwise; in Paris time.</summary>
    public static string DayAndHour(DateTimeOffset instant, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Paris);
        var days = (local.Date - TimeZoneInfo.ConvertTime(now, Paris).Date).Days;
        var day = local.ToString(days is >= 0 and < 7 ? "dddd" : "dddd d MMMM", French);
        return local.Minute == 0 ? $"{day} {local.Hour} h" : $"{day} {local.Hour} h {local.Minute:00}";
    }

    /// <summary>« vendredi 27 novembre 2026 à 15 h 00 », in Paris time.</summary>
    public static string FullDate(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Paris).ToString("dddd d MMMM yyyy 'à' H 'h' mm", French);
}
