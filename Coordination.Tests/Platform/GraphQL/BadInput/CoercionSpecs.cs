using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL.BadInput;

/// <summary>
/// G-48 to G-55: values that do not fit their type. What the specification decides is compared value by value with graphql-js
/// (<c>conformance/coercion.mjs</c>); here, that answers are typed, name the place, and never repeat the value.
/// </summary>
public sealed class CoercionSpecs
{
    private static readonly IRequestExecutor Executor = new TestSchema().Build().MakeExecutable();

    private static async Task<string> Run(string query, string? variables = null) => (await Executor.ExecuteAsync(new GraphQLRequest(query)
    {
        Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement,
    })).ToJson();

    [Theory]
    [InlineData("G-48", "int", "Int", "2147483648")]
    [InlineData("G-48", "int", "Int", "-2147483649")]
    [InlineData("G-48", "int", "Int", "1.5")]
    [InlineData("G-48", "int", "Int", "1e400")]
    [InlineData("G-48", "int", "Int", "\"Zephirine\"")]
    [InlineData("G-48", "int", "Int", "true")]
    [InlineData("G-48", "float", "Float", "1e400")]
    [InlineData("G-48", "float", "Float", "-1e400")]
    [InlineData("G-48", "float", "Float", "\"NaN\"")]
    [InlineData("G-48", "float", "Float", "\"Infinity\"")]
    [InlineData("G-49", "id", "ID", "1.5")]
    [InlineData("G-49", "id", "ID", "true")]
    [InlineData("G-49", "id", "ID", "{\"Zephirine\":1}")]
    [InlineData("G-50", "color", "CoatColor", "\"Zephirine\"")]
    [InlineData("G-50", "color", "CoatColor", "\"black\"")]
    [InlineData("G-50", "color", "CoatColor", "\"\\uD800\"")]
    [InlineData("G-50", "color", "CoatColor", "0")]
    [InlineData("G-50", "intStrict", "Int!", "null")]
    [InlineData("G-50", "intsInner", "[Int!]", "[1,null]")]
    [InlineData("G-50", "matrixStrict", "[[Int!]!]!", "[[1],null]")]
    [InlineData("G-51", "nested", "Nested", "{\"strict\":1,\"nope\":\"Zephirine\"}")]
    [InlineData("G-51", "nested", "Nested", "{\"strict\":1,\"Zephirine du Val\":1}")]
    [InlineData("G-51", "nested", "Nested", "{\"int\":1}")]
    [InlineData("G-51", "choice", "Choice", "{}")]
    [InlineData("G-51", "choice", "Choice", "{\"byId\":\"Zephirine\",\"byName\":\"b\"}")]
    [InlineData("G-51", "choice", "Choice", "{\"byId\":null}")]
    [InlineData("G-22", "text", "String", "\"Zephirine\\u0000\"")]
    [InlineData("G-22", "texts", "[String!]", "[\"Zephirine\\uD800\"]")]
    [InlineData("G-22", "id", "ID", "\"Zephirine\\u0000\"")]
    public async Task Given_a_variable_that_does_not_fit_When_coerced_Then_a_typed_error_names_it(string number, string field, string type, string value) =>
        ((string)(await Run($"query($v: {type}) {{ {field}(v: $v) }}", $$"""{"v":{{value}}}""")).ShouldBeRefusal("BAD_USER_INPUT")[0]!["message"]!)
            .ShouldContain("\"$v\"", customMessage: number);

    [Theory]
    [InlineData("int", "Int", "1.0", "1")]
    [InlineData("int", "Int", "1e3", "1000")]
    [InlineData("float", "Float", "1", "1")]
    [InlineData("id", "ID", "123", "\"123\"")]
    [InlineData("id", "ID", "123.0", "\"123\"")]
    [InlineData("id", "ID", "9007199254740993", "\"9007199254740993\"")]
    [InlineData("ints", "[Int]", "1", "[1]")]
    [InlineData("matrix", "[[Int]]", "[1,[2]]", "[[1],[2]]")]
    [InlineData("nested", "Nested", "{\"strict\":1,\"inner\":null}", "{\"strict\":1,\"withDefault\":5,\"color\":\"WHITE\",\"inner\":null}")]
    public async Task Given_G48_to_G50_a_variable_that_fits_by_coercion_When_executed_Then_taken(string field, string type, string value, string expected)
    {
        var answer = JsonNode.Parse(await Run($"query($v: {type}) {{ {field}(v: $v) }}", $$"""{"v":{{value}}}"""))!;
        ((string)answer["data"]![field]!).ShouldBe(expected);
    }

    [Theory]
    [InlineData("G-48", "{ int(v: 1e3) }")]
    [InlineData("G-48", "{ int(v: \"Zephirine\") }")]
    [InlineData("G-48", "{ float(v: 1e400) }")]
    [InlineData("G-49", "{ id(v: Zephirine) }")]
    [InlineData("G-50", "{ color(v: \"Zephirine\") }")]
    [InlineData("G-50", "{ color(v: Zephirine) }")]
    [InlineData("G-50", "{ intStrict(v: null) }")]
    [InlineData("G-51", "{ nested(v: {strict: 1, nope: \"Zephirine\"}) }")]
    [InlineData("G-51", "{ nested(v: {strict: 1, strict: 2}) }")]
    [InlineData("G-51", "{ nested(v: {int: 1}) }")]
    [InlineData("G-51", "{ nested(v: \"Zephirine\") }")]
    [InlineData("G-51", "{ choice(v: {}) }")]
    [InlineData("G-51", "{ choice(v: {byId: \"Zephirine\", byName: \"a\"}) }")]
    [InlineData("G-51", "{ choice(v: {byId: null}) }")]
    [InlineData("G-51", "query ($a: String) { choice(v: {byId: $a}) }")]
    [InlineData("G-52", "query ($a: Int) { hello }")]
    [InlineData("G-52", "{ int(v: $a) }")]
    [InlineData("G-52", "query ($a: String) { int(v: $a) }")]
    [InlineData("G-52", "query ($a: Int = null) { intStrict(v: $a) }")]
    [InlineData("G-52", "query ($a: Int! = null) { intStrict(v: $a) }")]
    [InlineData("G-52", "query ($a: String = Zephirine) { hello(name: $a) }")]
    public async Task Given_a_document_whose_values_do_not_fit_When_validated_Then_a_typed_error(string number, string query) =>
        (await Run(query)).ShouldBeRefusal("VALIDATION_ERROR")[0]!["locations"]!.AsArray().Count.ShouldBeGreaterThan(0, number);

    [Theory]
    [InlineData("query ($a: Int = 1) { intStrict(v: $a) }")]
    [InlineData("query ($a: Boolean = true) { hello @include(if: $a) }")]
    [InlineData("query ($a: Boolean = true) { ... @skip(if: $a) { hello } }")]
    public async Task Given_G52_null_for_a_variable_that_has_a_default_When_a_value_is_needed_Then_a_typed_error(string query) =>
        ((string)(await Run(query, """{"a":null}""")).ShouldBeRefusal("BAD_USER_INPUT")[0]!["message"]!).ShouldEndWith("must not be null.");

    [Theory]
    [InlineData("G-54", "instant", "2026-11-22T15:00:00")]
    [InlineData("G-54", "instant", "2026-11-22T24:00:00Z")]
    [InlineData("G-54", "instant", "2026-02-30T10:00:00Z")]
    [InlineData("G-54", "instant", "0000-01-01T00:00:00Z")]
    [InlineData("G-54", "instant", "10000-01-01T00:00:00Z")]
    [InlineData("G-54", "instant", "2026-11-22T15:00:60Z")]
    [InlineData("G-54", "instant", "2026-11-22T15:00:00+99:00")]
    [InlineData("G-54", "instant", "0001-01-01T00:00:00+14:00")]
    [InlineData("G-54", "instant", "2026-11-22T15:00:00Z\\n")]
    [InlineData("G-54", "instant", " 2026-11-22T15:00:00Z")]
    [InlineData("G-54", "instant", "\u0662\u0660\u0662\u0666-11-22T15:00:00Z")]
    [InlineData("G-54", "instant", "2026-11-22")]
    [InlineData("G-54", "instant", "Zephirine")]
    [InlineData("G-54", "day", "2026-02-30")]
    [InlineData("G-54", "day", "0000-01-01")]
    [InlineData("G-54", "day", "10000-01-01")]
    [InlineData("G-54", "day", "2026-1-1")]
    [InlineData("G-54", "day", "2026-01-01\\n")]
    [InlineData("G-54", "day", "2026-01-01T00:00:00Z")]
    [InlineData("G-55", "uuid", "{00000000-0000-4000-8000-000000000000}")]
    [InlineData("G-55", "uuid", "00000000000040008000000000000000")]
    [InlineData("G-55", "uuid", "00000000-0000-4000-8000-0000000000000")]
    [InlineData("G-55", "uuid", "00000000-0000-4000-8000-00000000000g")]
    [InlineData("G-55", "uuid", "+0000000-0000-4000-8000-000000000000")]
    [InlineData("G-55", "uuid", "0x000000-0000-4000-8000-000000000000")]
    [InlineData("G-55", "uuid", " 00000000-0000-4000-8000-000000000000")]
    [InlineData("G-55", "uuid", "")]
    public async Task Given_a_date_or_id_out_of_form_When_coerced_Then_a_typed_error_names_the_field(string number, string field, string value)
    {
        ((string)(await Run("query($v: Everything!) { echo(value: $v) }", $$"""{"v": { "{{field}}": "{{value}}" } }""")).ShouldBeRefusal("BAD_USER_INPUT")[0]!["message"]!)
            .ShouldContain($"\"v.{field}\"", customMessage: number);
        (await Run($$"""{ echo(value: { {{field}}: "{{value}}" }) }""")).ShouldBeRefusal("VALIDATION_ERROR");
    }

    [Theory]
    [InlineData("uuid", "ABCDEF00-0000-4000-8000-000000000000", "Uuid = abcdef00-0000-4000-8000-000000000000")]
    [InlineData("uuid", "00000000-0000-0000-0000-000000000000", "Uuid = 00000000-0000-0000-0000-000000000000")]
    [InlineData("instant", "2026-11-22T15:00:00.123456+01:00", "+01:00")]
    [InlineData("day", "2028-02-29", "Day = ")]
    public async Task Given_G54_G55_a_value_at_the_edge_of_its_form_When_coerced_Then_taken(string field, string value, string expected) =>
        (await Run("query($v: Everything!) { echo(value: $v) }", $$"""{"v": { "{{field}}": "{{value}}" } }""")).ShouldContain(expected);
}
