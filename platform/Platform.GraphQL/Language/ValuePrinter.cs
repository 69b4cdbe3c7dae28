using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.GraphQL.Language;

internal static class ValuePrinter
{
    public static string Print(ValueNode value) => value switch
    {
        VariableNode v => "$" + v.Name,
        NullValueNode => "null",
        IntValueNode i => i.Text,
        FloatValueNode f => f.Text,
        BooleanValueNode b => b.Value ? "true" : "false",
        EnumValueNode e => e.Name,
        StringValueNode { Block: true } s => $"\"\"\"{s.Value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal)}\"\"\"",
        StringValueNode s => Quote(s.Value),
        ListValueNode l => $"[{string.Join(", ", l.Items.Select(Print))}]",
        ObjectValueNode o => $"{{{string.Join(", ", o.Fields.Select(f => $"{f.Name.Value}: {Print(f.Value)}"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Fields in the order of their names, at every level: two objects are the same when their texts are.</summary>
    public static string PrintSorted(IEnumerable<ObjectFieldNode> fields) => $"{{{string.Join(", ", fields
        .OrderBy(f => f.Name.Value, StringComparer.Ordinal).Select(f => $"{f.Name.Value}: {Sorted(f.Value)}"))}}}";

    private static string Sorted(ValueNode value) => value switch
    {
        ObjectValueNode o => PrintSorted(o.Fields),
        ListValueNode l => $"[{string.Join(", ", l.Items.Select(Sorted))}]",
        _ => Print(value),
    };

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c < ' ' || c == '\u007f') quoted.Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(c.ToString()));
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A name that came as data, quoted; what is no name, or no name that a schema would have, is not repeated.</summary>
    public static string Name(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        ? $"\"{text}\"" : "(not a name)";

    /// <summary>A JSON value as graphql-js prints it in messages about variables.</summary>
    public static string Inspect(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any()
            ? $"{{ {string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name}: {Inspect(p.Value)}"))} }}" : "{}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Inspect))}]",
        JsonValueKind.String => Quote(value.GetString()!),
        _ => value.GetRawText(),
    };
}
