namespace Coordination.Api.Security.Audit;

/// <summary>Lines of RFC 4180 with semicolons, every cell quoted, that no spreadsheet takes for a formula (ASVS 1.2.10).</summary>
public static class Csv
{
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    /// <summary>One line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    /// <summary>One cell: neutral, quoted, without NUL.</summary>
    public static string Cell(string text)
    {
        var plain = text.Replace("\0", "", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal);
        return plain.Length > 0 && Formulas.Contains(plain[0], StringComparison.Ordinal) ? $"\"'{plain}\"" : $"\"{plain}\"";
    }
}
