using System.Text;

namespace Platform.GraphQL.TypeSystem;

/// <summary>SDL as graphql-js prints it, types in ordinal order of names, members as declared.</summary>
internal static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var blocks = new List<string>();
        var roots = new[] { OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription }
            .Where(k => schema.Root(k) is not null).ToList();
        if (roots.Exists(k => schema.Root(k)!.Name != k.ToString()))
            blocks.Add($"schema {{\n{string.Concat(roots.Select(k => $"  {k.ToString().ToLowerInvariant()}: {schema.Root(k)!.Name}\n"))}}}");
        blocks.AddRange(schema.Types
            .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && t is not (IntScalar or FloatScalar or StringScalar or BooleanScalar or IdScalar))
            .Select(Print));
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Print(NamedSchemaType type) => Description(type.Description, "", true) + type switch
    {
        SchemaScalar s => $"scalar {s.Name}{(s.SpecifiedBy is null ? "" : $" @specifiedBy(url: {ValuePrinter.Quote(s.SpecifiedBy)})")}",
        SchemaUnion u => $"union {u.Name} = {string.Join(" | ", u.Members.Select(m => m.Name))}",
        SchemaEnum e => $"enum {e.Name}" + Block(e.Values.Select((v, i) =>
            Description(v.Description, "  ", i == 0) + "  " + v.Name + Deprecated(v.DeprecationReason))),
        SchemaInputObject o => $"input {o.Name}{(o.OneOf ? " @oneOf" : "")}" + Block(o.Fields.Select((f, i) =>
            Description(f.Description, "  ", i == 0) + "  " + Input(f))),
        FieldsType f => $"{(f is SchemaObject ? "type" : "interface")} {f.Name}"
            + (f.Interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", f.Interfaces.Select(i => i.Name)))
            + Block(f.Fields.Select((field, i) => Description(field.Description, "  ", i == 0) + "  " + field.Name
                + Arguments(field.Arguments) + ": " + field.Type + Deprecated(field.DeprecationReason))),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string Block(IEnumerable<string> lines) => $" {{\n{string.Join('\n', lines)}\n}}";

    private static string Arguments(IReadOnlyList<SchemaInput> arguments)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(a => a.Description is null)) return $"({string.Join(", ", arguments.Select(Input))})";
        return "(\n" + string.Join('\n', arguments.Select((a, i) => Description(a.Description, "    ", i == 0) + "    " + Input(a))) + "\n  )";
    }

    private static string Input(SchemaInput input) => $"{input.Name}: {input.Type}"
        + (input.Default is null ? "" : $" = {ValuePrinter.Print(input.Default)}") + Deprecated(input.DeprecationReason);

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        "No longer supported" => " @deprecated",
        _ => $" @deprecated(reason: {ValuePrinter.Quote(reason)})",
    };

    private static string Description(string? text, string indent, bool first)
    {
        if (text is null) return "";
        var escaped = text.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Split('\n');
        var single = lines.Length == 1;
        // As graphql-js decides where the quotes go, so that files compare byte for byte.
        var trailingQuote = text.EndsWith('"') && !text.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailingSlash = text.EndsWith('\\');
        var asMultiple = !single || text.Length > 70 || trailingQuote || trailingSlash
            || (lines.Length > 1 && lines.Skip(1).All(l => l.Length == 0 || l[0] is ' ' or '\t'));
        var block = new StringBuilder(first || indent.Length == 0 ? "" : "\n").Append(indent).Append("\"\"\"");
        var skipLeading = single && text.Length > 0 && text[0] is ' ' or '\t';
        if (asMultiple && !skipLeading) block.Append('\n').Append(indent);
        block.Append(string.Join('\n' + indent, lines));
        if (asMultiple) block.Append('\n').Append(indent);
        return block.Append("\"\"\"\n").ToString().Replace($"\n{indent}\n", "\n\n", StringComparison.Ordinal);
    }
}
