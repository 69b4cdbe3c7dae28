using System.Collections;
using System.Text.Json;
using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL;

public sealed record Nested(int Strict, Optional<int?> Int, Optional<IReadOnlyList<int>?> List, Optional<IReadOnlyList<int?>?> Loose, Optional<Nested?> Inner,
    Optional<Choice?> Choice, int? WithDefault = 5, CoatColor? Color = null);

/// <summary>One field per input type: it answers with the value that its argument was coerced to, as JSON.</summary>
internal sealed partial class TestSchema
{
    private static readonly (string Field, string Type, string? Default)[] Coerced =
    [
        ("int", "Int", null), ("intStrict", "Int!", null), ("intDefault", "Int", "7"), ("intStrictDefault", "Int!", "8"),
        ("ints", "[Int]", null), ("intsInner", "[Int!]", null), ("intsStrict", "[Int!]!", null), ("intsDefault", "[Int!]", "[1, 2]"),
        ("matrix", "[[Int]]", null), ("matrixStrict", "[[Int!]!]!", null), ("float", "Float", null), ("floats", "[Float]", null),
        ("text", "String", null), ("texts", "[String!]", null), ("flag", "Boolean", null), ("id", "ID", null), ("ids", "[ID!]", null),
        ("color", "CoatColor", null), ("colors", "[CoatColor!]", null), ("colorDefault", "CoatColor", "BLACK"),
        ("nested", "Nested", null), ("nestedList", "[Nested!]", null), ("choice", "Choice", null), ("choices", "[Choice!]", null),
    ];

    private static void ConfigureCoercion(IObjectTypeDescriptor d)
    {
        foreach (var (field, type, value) in Coerced)
            d.Field(field).Type("String!").Argument("v", type, defaultValue: value).Resolve(c =>
                c.ArgumentOptional<object?>("v") is { HasValue: true } given ? JsonSerializer.Serialize(Plain(given.Value)) : "\"absent\"");
    }

    private static object? Plain(object? value) => value switch
    {
        CoatColor e => e == CoatColor.DarkBrown ? "DARK_BROWN" : e.ToString().ToUpperInvariant(),
        Choice c => c.ById is null ? new Dictionary<string, object?> { ["byName"] = c.ByName } : new() { ["byId"] = c.ById },
        Nested n => Plain(n),
        string s => s,
        IEnumerable list => list.Cast<object?>().Select(Plain).ToList(),
        _ => value,
    };

    private static Dictionary<string, object?> Plain(Nested nested)
    {
        var plain = new Dictionary<string, object?> { ["strict"] = nested.Strict, ["withDefault"] = nested.WithDefault, ["color"] = Plain(nested.Color) };
        void Add<T>(string name, Optional<T> given)
        {
            if (given.HasValue) plain[name] = Plain(given.Value);
        }
        Add("int", nested.Int);
        Add("list", nested.List);
        Add("loose", nested.Loose);
        Add("inner", nested.Inner);
        Add("choice", nested.Choice);
        return plain;
    }
}
