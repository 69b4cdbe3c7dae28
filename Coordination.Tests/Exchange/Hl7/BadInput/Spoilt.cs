namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>Changes of a message, one at a time, as a badly set interface makes them.</summary>
internal static class Spoilt
{
    /// <summary>
    /// Each field emptied, sent as <c>""</c>, repeated, swapped with the next one, lengthened; each segment left out, doubled, swapped with the
    /// next one. The control id stays readable where the change allows it.
    /// </summary>
    public static IEnumerable<string> All(string text)
    {
        var lines = text.Split('\r', StringSplitOptions.RemoveEmptyEntries);
        var number = 0;
        for (var line = 0; line < lines.Length; line++)
        {
            var fields = lines[line].Split('|');
            for (var field = 1; field < fields.Length; field++)
            {
                var value = fields[field];
                foreach (var change in Changes(fields, field).Where(c => c[field] != value || c.Length != fields.Length)) yield return Text(line, string.Join('|', change));
            }
        }

        for (var line = 1; line < lines.Length; line++)
        {
            var left = lines.Where((_, i) => i != line);
            yield return Numbered(left);
            yield return Numbered([.. lines, lines[line]]);
            yield return Numbered([.. left, lines[line]]);
            yield return Text(line, " \t" + lines[line]);
            yield return Text(line, lines[line].ToLowerInvariant());
            yield return Text(line, "X" + lines[line]);
        }

        string Text(int line, string changed) => Numbered(lines.Select((l, i) => i == line ? changed : l));

        string Numbered(IEnumerable<string> changed)
        {
            var whole = string.Join('\r', changed) + '\r';
            var control = lines[0].Split('|')[9];
            return control.Length == 0 ? whole : whole.Replace($"|{control}|", $"|S{number++}-{control}|", StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string[]> Changes(string[] fields, int at)
    {
        string[] With(params (int Field, string Value)[] changes)
        {
            var copy = (string[])fields.Clone();
            foreach (var (field, value) in changes) copy[field] = value;
            return copy;
        }

        yield return With((at, ""));
        yield return With((at, "\"\""));
        yield return With((at, $"{fields[at]}~{fields[at]}"));
        yield return With((at, $"{fields[at]}^^^&&^~\\"));
        yield return With((at, new string('9', 3_000)));
        yield return With((at, "DURAND^JEANNE\u0001"));
        if (at + 1 < fields.Length) yield return With((at, fields[at + 1]), (at + 1, fields[at]));
        yield return [.. fields[..at], .. fields[(at + 1)..], ""];
    }
}
