using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL;

public sealed class LimitSpecs
{
    private static readonly IRequestExecutor Executor = new TestSchema().Build().MakeExecutable();

    private static async Task<string> Run(string query) => (await Executor.ExecuteAsync(new GraphQLRequest(query))).ToJson();

    public static TheoryData<string> Deep() => new(
        string.Concat(Enumerable.Repeat("{a", 10_000)),
        "{a(b:" + new string('[', 100_000),
        "{a(b:" + string.Concat(Enumerable.Repeat("{c:", 10_000)),
        "query($v:" + new string('[', 10_000));

    [Theory, MemberData(nameof(Deep))]
    public async Task Given_a_bottomless_document_When_parsed_Then_a_syntax_error_at_the_limit(string query) =>
        (await Run(query)).ShouldContain("nested deeper than 200 levels");

    [Fact]
    public async Task Given_too_many_tokens_fields_aliases_or_directives_When_asked_Then_each_limit_answers()
    {
        (await Run("{" + string.Concat(Enumerable.Repeat("hello ", 2_049)) + "}")).ShouldContain("more than 2048 fields");
        (await Run("{" + string.Concat(Enumerable.Repeat("hello ", 2_048)) + "}")).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await Run("{ hello(name: [" + string.Concat(Enumerable.Repeat("1 ", 15_001)) + "]) }")).ShouldContain("more than 15000 tokens");
        (await Run("{" + string.Concat(Enumerable.Range(0, 101).Select(i => $"a{i}: hello ")) + "}")).ShouldContain("ALIAS_LIMIT");
        (await Run("{ hello @a @b @c @d @e }")).ShouldContain("More than 4 directives");
    }

    [Fact]
    public async Task Given_introspection_is_off_When_asked_in_any_way_Then_refused_but_typename_is_not()
    {
        (await Run("{ a: __schema { types { name } } }")).ShouldContain("INTROSPECTION_DISABLED");
        (await Run("{ ...F } fragment F on Query { __type(name: \"Dog\") { name } }")).ShouldContain("INTROSPECTION_DISABLED");
        (await Run("{ __typename }")).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [Theory]
    [InlineData("{ owners(first: 2147483647) { nodes { name } } }")]
    [InlineData("query($n: Int = 100000) { owners(first: $n) { nodes { name } } }")]
    public async Task Given_a_page_beyond_reason_When_priced_Then_refused(string query) => (await Run(query)).ShouldContain("COST_LIMIT");

    [Fact]
    public async Task Given_exponential_fragments_When_validated_Then_answered_without_expanding_them()
    {
        var chain = string.Concat(Enumerable.Range(0, 20).Select(i =>
            $"fragment F{i} on Query {{ __typename ...F{i + 1} ...F{i + 1} }} "));
        (await Run("{ ...F0 } " + chain + "fragment F20 on Query { hello }")).ShouldBe("""{"data":{"__typename":"Query","hello":"Hello world"}}""");
    }

    [Fact]
    public async Task Given_any_truncation_of_a_document_When_executed_Then_an_error_or_data_never_an_exception()
    {
        const string query = "query Q($v: [Everything!] = [{int: 1, text: \"\\u00e9\"}]) @skip(if: false) { ...F pets { ... on Dog { name @include(if: true) } } } fragment F on Query { hello(name: \"\"\"b\"\"\") }";
        for (var i = 0; i < query.Length; i++) (await Run(query[..i])).ShouldContain("\"errors\"");
    }

    [Fact]
    public async Task Given_one_field_repeated_with_selections_When_validated_Then_merged()
    {
        var query = "{" + string.Concat(Enumerable.Repeat("pets { id } ", 1_000)) + "}";
        (await Run(query)).ShouldBe("""{"data":{"pets":[{"id":"1"},{"id":"2"},{"id":"3"}]}}""");
    }

    [Fact]
    public async Task Given_fragments_that_overlap_exponentially_When_validated_Then_answered()
    {
        var chain = string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"fragment F{i} on Owner {{ id ...F{i + 1} ...F{i + 1} }} "));
        var query = "{ " + string.Concat(Enumerable.Range(0, 100).Select(_ => "pets { owner { ...F0 } owner { ...F1 } } ")) + "} "
            + chain + "fragment F12 on Owner { name }";
        (await Run(query)).ShouldContain("\"owner\":{\"id\":\"o1\",\"name\":\"Owner o1\"}");
    }
}
