using System.Text.Json.Nodes;
using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL.BadInput;

/// <summary>G-20 to G-29: the text of the document. The same documents are compared with graphql-js by <see cref="ConformanceSpecs"/>.</summary>
public sealed class SyntaxSpecs
{
    private static readonly IRequestExecutor Executor = new TestSchema().Build().MakeExecutable();

    private static async Task<string> Run(string query) => (await Executor.ExecuteAsync(new GraphQLRequest(query))).ToJson();

    [Theory]
    [InlineData("G-20", "{ hello(name: \"Zephirine }", 1, 27)]
    [InlineData("G-20", "{ hello(name: \"\"\"Zephirine }", 1, 29)]
    [InlineData("G-20", "{ hello(name: \"Zephirine\n\") }", 1, 25)]
    [InlineData("G-20", "{ hello # Zephirine", 1, 20)]
    [InlineData("G-20", "{ hello(name: \"a\\", 1, 17)]
    [InlineData("G-20", "{ hello(name: \"\"\"", 1, 18)]
    [InlineData("G-21", "{ hello(name: \"Zephirine\\uD800\") }", 1, 25)]
    [InlineData("G-21", "{ hello(name: \"\\uDC00\\uD800\") }", 1, 16)]
    [InlineData("G-21", "{ hello(name: \"\\u{110000}\") }", 1, 16)]
    [InlineData("G-21", "{ hello(name: \"\\u{}\") }", 1, 16)]
    [InlineData("G-21", "{ hello(name: \"\\u{D800}\") }", 1, 16)]
    [InlineData("G-21", "{ hello(name: \"\\u{FFFFFFFFFF}\") }", 1, 16)]
    [InlineData("G-21", "{ hello(name: \"\\u12\") }", 1, 16)]
    [InlineData("G-23", "{ na\u00EFve }", 1, 5)]
    [InlineData("G-23", "{ he\u200Bllo }", 1, 5)]
    [InlineData("G-23", "{ \u202Eolleh }", 1, 3)]
    [InlineData("G-23", "{ \uFF48ello }", 1, 3)]
    [InlineData("G-23", "{ hello\u00A0}", 1, 8)]
    [InlineData("G-23", "{ hello\0 }", 1, 8)]
    [InlineData("G-24", "{ a(b: 01) }", 1, 9)]
    [InlineData("G-24", "{ a(b: 1.) }", 1, 10)]
    [InlineData("G-24", "{ a(b: .5) }", 1, 8)]
    [InlineData("G-24", "{ a(b: 1e) }", 1, 10)]
    [InlineData("G-24", "{ a(b: 0x1) }", 1, 9)]
    [InlineData("G-24", "{ a(b: -) }", 1, 9)]
    [InlineData("G-24", "{ a(b: +1) }", 1, 8)]
    [InlineData("G-24", "{ a(b: 1_000) }", 1, 9)]
    [InlineData("G-24", "{ a(b: 1.5.5) }", 1, 11)]
    [InlineData("G-24", "{ a(b: \u0661) }", 1, 8)]
    [InlineData("G-26", "fragment on on Dog { id }", 1, 10)]
    [InlineData("G-26", "{ ... on }", 1, 10)]
    [InlineData("G-26", "{ a(b: $) }", 1, 9)]
    [InlineData("G-27", "{}", 1, 2)]
    [InlineData("G-27", "{ pets {} }", 1, 9)]
    [InlineData("G-27", "query Q", 1, 8)]
    [InlineData("G-27", "{ pets() { id } }", 1, 8)]
    [InlineData("G-27", "query () { hello }", 1, 8)]
    [InlineData("G-27", "{ ... on Query {} }", 1, 17)]
    public async Task Given_a_text_that_is_no_document_When_parsed_Then_a_syntax_error_with_its_place(string number, string query, int line, int column)
    {
        var error = (await Run(query)).ShouldBeRefusal("SYNTAX_ERROR").ShouldHaveSingleItem()!;
        ((string)error["message"]!).ShouldStartWith("Syntax Error: ", customMessage: number);
        (((int)error["locations"]![0]!["line"]!), (int)error["locations"]![0]!["column"]!).ShouldBe((line, column), number);
    }

    [Theory]
    [InlineData("{ hello(name: \"Zephirine\" \"du Val\") }")]
    [InlineData("{ hello(name \"Zephirine\") }")]
    [InlineData("{ hello(\"\"\"Zephirine\"\"\") }")]
    public async Task Given_a_literal_out_of_place_When_parsed_Then_its_kind_is_named_and_its_text_is_not(string query) =>
        ((string)(await Run(query)).ShouldBeRefusal("SYNTAX_ERROR")[0]!["message"]!).ShouldContain("String");

    [Theory]
    [InlineData("{ hello(name: \"Zephirine\\u0000\") }")]
    [InlineData("{ hello(name: \"\\u{0}Zephirine\") }")]
    [InlineData("{ pets(where: {names: [\"Zephirine\\u0000\"]}) { id } }")]
    [InlineData("{ pet(id: \"Zephirine\\u0000\") { id } }")]
    public async Task Given_G22_U0000_in_a_literal_When_validated_Then_refused_before_any_resolver(string query) =>
        ((string)(await Run(query)).ShouldBeRefusal("VALIDATION_ERROR")[0]!["message"]!).ShouldEndWith("cannot represent a text with U+0000.");

    [Theory]
    [InlineData("{\n  hello\n  nope\n}")]
    [InlineData("{\r  hello\r  nope\r}")]
    [InlineData("{\r\n  hello\r\n  nope\r\n}")]
    [InlineData("{\r  hello\n  nope\r\n}")]
    public async Task Given_G25_other_ends_of_lines_When_refused_Then_the_place_is_the_same(string query)
    {
        var place = (await Run(query)).ShouldBeRefusal("VALIDATION_ERROR")[0]!["locations"]![0]!;
        ((int)place["line"]!, (int)place["column"]!).ShouldBe((3, 3));
    }

    [Theory]
    [InlineData("{ color(v: true) }")]
    [InlineData("{ ...true } fragment true on Nope { a }")]
    public async Task Given_G26_reserved_words_in_their_places_When_validated_Then_judged_as_values_and_names(string query)
    {
        (await Run("{ ...true } fragment true on Query { hello }")).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await Run(query)).ShouldBeRefusal("VALIDATION_ERROR");
    }

    [Theory]
    [InlineData("type Zebra { a: Int }")]
    [InlineData("{ hello } extend schema { query: Query }")]
    [InlineData("{ hello } \"d\" scalar Day")]
    public async Task Given_G28_type_definitions_in_a_request_When_validated_Then_not_executable(string query) =>
        ((string)(await Run(query)).ShouldBeRefusal("VALIDATION_ERROR")[0]!["message"]!).ShouldEndWith("definition is not executable.");

    [Theory]
    [InlineData("subscription { petRenamed { id } b: petRenamed { id } }")]
    [InlineData("subscription { __typename }")]
    [InlineData("subscription { ...F } fragment F on Subscription { petRenamed { id } __typename }")]
    [InlineData("subscription { petRenamed @skip(if: false) { id } }")]
    [InlineData("subscription ($a: Boolean!) { petRenamed @include(if: $a) { id } }")]
    public async Task Given_G29_a_subscription_without_one_plain_root_field_When_validated_Then_refused(string query) =>
        (await Run(query)).ShouldBeRefusal("VALIDATION_ERROR");

    [Fact]
    public async Task Given_every_change_of_one_character_When_executed_Then_data_or_typed_errors_always()
    {
        const string query = "query Q($v:Everything={int:-1,text:\"\\u00e9\"}){echo(value:$v)...F @include(if:true)}fragment F on Query{x:hello(name:\"\"\"b\"\"\")}";
        foreach (var character in "\0\n\"\\{}()[]:$@!.#0e-\uD800\u00E9 ")
        {
            for (var i = 0; i < query.Length; i++)
            {
                var answer = JsonNode.Parse(await Run(query[..i] + character + query[(i + 1)..]))!.AsObject();
                foreach (var error in answer["errors"]?.AsArray() ?? []) ((string?)error!["extensions"]?["code"]).ShouldBeOneOf("SYNTAX_ERROR", "VALIDATION_ERROR", "BAD_USER_INPUT");
            }
        }
    }
}
