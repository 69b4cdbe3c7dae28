using System.Text;

namespace Coordination.Api.Directory.Import;

/// <summary>Fields of a line.</summary>
public static class DelimitedLine
{
    /// <summary>Splits; with quotes as RFC 4180 has them when asked. Null when a quote is not closed.</summary>
    public static string[]? Split(string line, char separator, bool quoted)
    {
        if (!quoted || !line.Contains('"', StringComparison.Ordinal)) return line.Split(separator);
        var fields = new List<string>();
        var field = new StringBuilder();
        var inside = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && inside && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (c == '"') inside = !inside;
            else if (c == separator && !inside) fields.Add(Take());
            else field.Append(c);
        }

        fields.Add(Take());
        return inside ? null : [.. fields];

        string Take()
        {
            var taken = field.ToString();
            field.Clear();
            return taken;
        }
    }
}
