namespace Platform.GraphQL.TypeSystem;

/// <summary>Scalars and directives of the specification.</summary>
internal static class BuiltIn
{
    public static SchemaScalar Int { get; } = new IntScalar();
    public static SchemaScalar Float { get; } = new FloatScalar();
    public static SchemaScalar String { get; } = new StringScalar();
    public static SchemaScalar Boolean { get; } = new BooleanScalar();
    public static SchemaScalar Id { get; } = new IdScalar();

    private static readonly string[] Executable = ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"];

    public static SchemaDirective Include { get; } = new("include",
        "Directs the executor to include this field or fragment only when the `if` argument is true.", Executable,
        [new SchemaInput("if", "Included when true.", new SchemaNonNull(Boolean), null, null)]);

    public static SchemaDirective Skip { get; } = new("skip",
        "Directs the executor to skip this field or fragment when the `if` argument is true.", Executable,
        [new SchemaInput("if", "Skipped when true.", new SchemaNonNull(Boolean), null, null)]);

    public static IReadOnlyList<SchemaDirective> Directives { get; } =
    [
        Include, Skip,
        new SchemaDirective("deprecated", "Marks an element of a GraphQL schema as no longer supported.",
            ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
            [new SchemaInput("reason", "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
                String, new StringValueNode(0, "No longer supported", false), null)]),
        new SchemaDirective("specifiedBy", "Exposes a URL that specifies the behavior of this scalar.", ["SCALAR"],
            [new SchemaInput("url", "The URL that specifies the behavior of this scalar.", new SchemaNonNull(String), null, null)]),
        new SchemaDirective("oneOf", "Indicates exactly one field must be supplied and this field must not be `null`.", ["INPUT_OBJECT"], []),
    ];
}
