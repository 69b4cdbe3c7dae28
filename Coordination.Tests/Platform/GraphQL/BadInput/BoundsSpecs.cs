using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL.BadInput;

/// <summary>G-30 to G-35 and their kin: sizes and depths that would cost stack, memory or time. A crash would end the whole test run.</summary>
public sealed class BoundsSpecs
{
    private static readonly IRequestExecutor Executor = new TestSchema().Build().MakeExecutable();

    private static async Task<string> Run(string query) => (await Executor.ExecuteAsync(new GraphQLRequest(query))).ToJson();

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static TheoryData<string, string> Bottomless() => new()
    {
        { "G-30", Repeat("{a", 10_000) },
        { "G-30", Repeat("{a", 10_000) + Repeat("}", 10_000) },
        { "G-30", Repeat("{...", 10_000) },
        { "G-30", "{a(b:1)" + Repeat("{...on Q", 10_000) },
        { "G-31", "{a(b:" + Repeat("[", 100_000) },
        { "G-31", "{a(b:" + Repeat("[", 100_000) + Repeat("]", 100_000) + ")}" },
        { "G-31", "query($v:[Int]=" + Repeat("[", 100_000) },
        { "G-32", "{a(b:" + Repeat("{c:", 10_000) },
        { "G-32", "{a(b:" + Repeat("[{c:", 10_000) },
        { "G-32", "{a@d(b:" + Repeat("{c:", 10_000) },
        { "G-33", "query($v:" + Repeat("[", 10_000) + "Int" + Repeat("]", 10_000) + "){a}" },
        { "G-33", "query($v:" + Repeat("[", 10_000) },
    };

    [Theory, MemberData(nameof(Bottomless))]
    public async Task Given_a_bottomless_document_When_parsed_Then_a_syntax_error_at_level_200(string number, string query) =>
        ((string)(await Run(query)).ShouldBeRefusal("SYNTAX_ERROR").ShouldHaveSingleItem()!["message"]!).ShouldContain("nested deeper than 200 levels", customMessage: number);

    [Fact]
    public async Task Given_G30_levels_hidden_in_a_chain_of_fragments_When_validated_Then_refused_without_descending()
    {
        // Each fragment stays below the parser's bound; together they would be thousands of levels of inline fragments, none of them a field.
        string Chain(int links, int levels, string leaf) => "{ ...F0 }" + string.Concat(Enumerable.Range(0, links).Select(i =>
            $"fragment F{i} on Query{Repeat("{...", levels)}{{...F{i + 1}}}{Repeat("}", levels)}")) + $"fragment F{links} on Query{{{leaf}}}";

        (await Run(Chain(25, 180, "hello"))).ShouldBeRefusal("DEPTH_LIMIT");
        (await Run(Chain(1_200, 1, "hello"))).ShouldBeRefusal("DEPTH_LIMIT");
        (await Run(Chain(25, 180, "hello(name: $nope)"))).ShouldBeRefusal("VALIDATION_ERROR");
        (await Run("subscription" + Chain(25, 180, "hello").Replace("on Query", "on Subscription", StringComparison.Ordinal).Replace("hello", "petRenamed{id}", StringComparison.Ordinal)))
            .ShouldBeRefusal("DEPTH_LIMIT");
        (await Run(Chain(3, 40, "hello"))).ShouldBe("""{"data":{"hello":"Hello world"}}""");
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public async Task Given_G30_fields_at_the_bound_of_depth_When_validated_Then_one_more_is_refused(int levels, bool refused)
    {
        var introspecting = new TestSchema().Build().MakeExecutable(new RequestExecutorOptions { AllowIntrospection = true });
        var query = "{__type(name:\"Dog\")" + Repeat("{ofType", levels - 2) + "{name}" + Repeat("}", levels - 2) + "}";
        var answer = (await introspecting.ExecuteAsync(new GraphQLRequest(query))).ToJson();
        if (refused) answer.ShouldBeRefusal("DEPTH_LIMIT");
        else answer.ShouldStartWith("""{"data":{"__type":""");
    }

    [Fact]
    public async Task Given_G35_many_tokens_When_parsed_Then_the_limit_answers_and_what_is_no_token_is_free()
    {
        ((string)(await Run("{ hello(name: [" + Repeat("1 ", 100_000) + "]) }")).ShouldBeRefusal("SYNTAX_ERROR")[0]!["message"]!).ShouldContain("more than 15000 tokens");
        ((string)(await Run(Repeat("query{hello}", 10_000))).ShouldBeRefusal("SYNTAX_ERROR")[0]!["message"]!).ShouldContain("Parsing aborted");
        (await Run(Repeat(", \t\r\n\uFEFF", 40_000) + "{hello}")).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        (await Run(Repeat("#\n", 100_000) + "{hello}#" + Repeat("z", 100_000))).ShouldBe("""{"data":{"hello":"Hello world"}}""");
        ((string)(await Run(Repeat("#\n", 100_000) + "{nope}")).ShouldBeRefusal("VALIDATION_ERROR")[0]!["message"]!).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Given_a_name_without_end_When_parsed_Then_refused_and_not_repeated()
    {
        var name = Repeat(Refusals.Secret, 10_000);
        foreach (var query in new[] { $"{{{name}}}", $"query {name}{{hello}}", $"query(${name}:Int){{hello}}", $"{{hello(name: {name})}}", $"{{...{name}}}", $"{{hello @{name}}}" })
            ((string)(await Run(query)).ShouldBeRefusal("SYNTAX_ERROR")[0]!["message"]!).ShouldContain("longer than 256 characters");
    }

    [Fact]
    public async Task Given_a_document_that_is_wrong_everywhere_When_validated_Then_100_errors_and_the_end()
    {
        var errors = (await Run("{" + Repeat("nope ", 2_000) + "}")).ShouldBeRefusal("VALIDATION_ERROR");
        errors.Count.ShouldBe(101);
        ((string)errors[100]!["message"]!).ShouldBe("Too many validation errors, error limit reached. Validation aborted.");
        (await Run("{ hello(" + Repeat("name: 1 ", 4_000) + ") }")).ShouldBeRefusal("VALIDATION_ERROR");
        (await Run(string.Concat(Enumerable.Range(0, 1_500).Select(i => $"query Q{i} {{ ...F }} ")) + "fragment F on Query { hello(name: $a) }")).ShouldBeRefusal("VALIDATION_ERROR")
            .Count.ShouldBe(101);
    }

    [Fact]
    public async Task Given_a_long_literal_that_is_compared_often_When_validated_Then_answered()
    {
        var literal = Repeat("z", 200_000);
        var query = string.Concat(Enumerable.Range(0, 500).Select(i => $"query Q{i} {{ ...F hello(name: \"b\") }} ")) + $"fragment F on Query {{ hello(name: \"{literal}\") }}";
        (await Run(query)).ShouldBeRefusal("VALIDATION_ERROR").Count.ShouldBe(101);
    }

    [Fact]
    public async Task Given_variables_that_are_wrong_everywhere_When_coerced_Then_50_errors_of_bounded_size()
    {
        var list = $"[{string.Join(',', Enumerable.Repeat($"\"{Refusals.Secret}\"", 20_000))}]";
        var keys = $"{{{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"{Refusals.Secret} {i}\":1"))}}}";
        foreach (var (query, value) in new[] { ("query($v:[Int]){ints(v:$v)}", list), ("query($v:Nested){nested(v:$v)}", keys) })
        {
            var answer = (await Executor.ExecuteAsync(new GraphQLRequest(query)
            {
                Variables = System.Text.Json.JsonDocument.Parse($$"""{"v":{{value}}}""").RootElement,
            })).ToJson();
            answer.ShouldBeRefusal("BAD_USER_INPUT").Count.ShouldBe(50);
            answer.Length.ShouldBeLessThan(20_000);
        }
    }
}
