using System.Globalization;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.Hl7;

/// <summary>
/// Makes PAM-FR 2.11 messages that follow from each other: an A01, A04 or A05 starts a stay, the others speak of the last one or of the
/// one named, a cancellation names the movement that it cancels. Every call takes fresh message and movement numbers.
/// </summary>
public sealed class PamMessageFactory(DemoHospital hospital, StayJournalFile journal, TimeProvider clock)
{
    /// <summary>The message, segments ended by CR; throws <see cref="PamOrderException"/> when there is nothing for it to speak of.</summary>
    public string Make(DemoPerson person, PamOrder order) => journal.Change(before =>
    {
        var call = new PamCall(person, hospital, order, clock.GetUtcNow(), before);
        var text = call.Make();
        return (call.Journal, text);
    });

    /// <summary>The next Friday at 15:00 in Europe/Paris, strictly after <paramref name="now"/>.</summary>
    public static DateTimeOffset NextFriday(DateTimeOffset now)
    {
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var day = TimeZoneInfo.ConvertTime(now, paris).Date.AddHours(15);
        for (; ; day = day.AddDays(1))
        {
            var instant = new DateTimeOffset(day, paris.GetUtcOffset(day));
            if (day.DayOfWeek == DayOfWeek.Friday && instant > now) return instant;
        }
    }

    /// <summary>Another matricule of the same kind, with a right key: what an A47 replaces the old one with.</summary>
    public static Ins Renumbered(Ins ins)
    {
        var order = (int.Parse(ins.Matricule.AsSpan(10, 3), CultureInfo.InvariantCulture) % 998) + 1;
        var thirteen = string.Create(CultureInfo.InvariantCulture, $"{ins.Matricule[..10]}{order:000}");
        return Ins.TryParse(string.Create(CultureInfo.InvariantCulture, $"{thirteen}{Ins.Key(thirteen):00}"), ins.Oid, out var next)
            ? next
            : throw new PamOrderException("matricule cannot be renumbered");
    }
}
