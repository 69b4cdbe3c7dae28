using Coordination.Domain.Kernel;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.History;

/// <summary>What chance decides in a history.</summary>
internal static class DiceMoves
{
    private const int Fine = 1_000_000;

    // Colds, falls and full hospitals in winter; in August everybody is away.
    private static readonly int[] MonthWeight = [125, 120, 110, 100, 95, 90, 80, 60, 100, 105, 110, 115];
    private static readonly int[] HourWeight = [6, 14, 16, 14, 6, 8, 14, 13, 9];
    private const int FirstHour = 8, HeaviestMonth = 125;

    /// <summary>True with this probability.</summary>
    public static bool Chance(this Dice dice, double probability) => dice.Roll(Fine) < probability * Fine;

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public static int Between(this Dice dice, int least, int most) => least + dice.Roll(most - least + 1);

    /// <summary>How often something happens whose mean is given: the whole part surely, spread by a third, the rest by chance.</summary>
    public static int Times(this Dice dice, double mean)
    {
        var spread = mean * (0.67 + (dice.Roll(Fine) * 0.66 / Fine));
        return (int)spread + (dice.Chance(spread - (int)spread) ? 1 : 0);
    }

    /// <summary>The index of one of these, by their weights.</summary>
    public static int Weighted(this Dice dice, params ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights) total += weight;
        var roll = dice.Roll(total);
        for (var i = 0; ; i++)
        {
            roll -= weights[i];
            if (roll < 0) return i;
        }
    }

    /// <summary>A day from <paramref name="from"/> to before <paramref name="to"/>, more often in winter than in August.</summary>
    public static DateOnly Day(this Dice dice, DateOnly from, DateOnly to)
    {
        var days = Math.Max(1, to.DayNumber - from.DayNumber);
        while (true)
        {
            var day = from.AddDays(dice.Roll(days));
            // A span of few days may lie in August altogether: it is not looked for elsewhere.
            if (days < 31 || dice.Roll(HeaviestMonth) < MonthWeight[day.Month - 1]) return day;
        }
    }

    /// <summary>An instant in working hours of that day, or of the next working day.</summary>
    public static DateTimeOffset AtWork(this Dice dice, DateOnly day)
    {
        var working = WorkingDays.IsWorkingDay(day) ? day : WorkingDays.Next(day);
        return WorkingDays.FromParis(working, new(FirstHour + dice.Weighted(HourWeight), dice.Roll(60), dice.Roll(60)));
    }

    /// <summary>An instant of that very day: what happens to people does not wait for Monday.</summary>
    public static DateTimeOffset AnyTime(this Dice dice, DateOnly day) => WorkingDays.FromParis(day, new(7 + dice.Roll(14), dice.Roll(60), dice.Roll(60)));
}
