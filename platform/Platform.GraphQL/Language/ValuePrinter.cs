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
        ObjectValueNode o when o.Fields.Count == 0 => "{}",
        ObjectValueNode o => $"{{ {string.Join(", ", o.Fields.Select(f => $"{f.Name.Value}: {Print(f.Value)}"))} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
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
