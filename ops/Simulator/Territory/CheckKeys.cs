using System.Globalization;
using Coordination.Domain.Identifiers;

namespace Coordination.Simulator.Territory;

/// <summary>Invented identifiers with right keys, in ranges that nobody is given.</summary>
internal static class CheckKeys
{
    private const string TestNir = "1.2.250.1.213.1.4.10";

    /// <summary>FINESS of the invented range 47099; <paramref name="serial"/> from 0 to 999.</summary>
    public static Finess FinessOf(int serial) => Finess.Parse(WithLuhnKey(string.Create(CultureInfo.InvariantCulture, $"47099{serial:000}")));

    /// <summary>RPPS of the invented range 99947: real numbers begin with 1; <paramref name="serial"/> from 0 to 99999.</summary>
    public static Rpps RppsOf(int serial) => Rpps.Parse(WithLuhnKey(string.Create(CultureInfo.InvariantCulture, $"99947{serial:00000}")));

    /// <summary>Test matricule; <paramref name="birthPlace"/> is a code that no commune has, so that nobody can own the number.</summary>
    public static Ins InsOf(string sex, DateOnly birthDate, string birthPlace, int order)
    {
        var thirteen = string.Create(CultureInfo.InvariantCulture, $"{(sex == "M" ? 1 : 2)}{birthDate:yyMM}{birthPlace}{order:000}");
        return Ins.TryParse(string.Create(CultureInfo.InvariantCulture, $"{thirteen}{Ins.Key(thirteen):00}"), TestNir, out var ins)
            ? ins
            : throw new FormatException("test matricule expected");
    }

    private static string WithLuhnKey(string digits) => Enumerable.Range('0', 10).Select(key => digits + (char)key).First(d => Luhn.IsValid(d));
}
