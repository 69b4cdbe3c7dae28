namespace Platform.GraphQL.Language;

internal static class BlockStrings
{
    /// <summary>BlockStringValue() of the specification: common indentation and blank first and last lines go.</summary>
    public static IEnumerable<string> Dedent(List<string> lines)
    {
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = Indent(lines[i]);
            if (indent == lines[i].Length) continue;
            if (first < 0) first = i;
            last = i;
            if (i != 0 && indent < common) common = indent;
        }
        if (first < 0) return [];
        return lines.Select((line, i) => i == 0 || common == int.MaxValue ? line : line[Math.Min(common, line.Length)..])
            .Skip(first).Take(last - first + 1);
    }

    private static int Indent(string line)
    {
        var i = 0;
        while (i < line.Length && (line[i] is ' ' or '\t')) i++;
        return i;
    }
}
