using System.Text.Json;
using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL;

public sealed class ExecutionSpecs
{
    private readonly TestSchema _schema = new();

    private async Task<string> Run(string query, string? variables = null, RequestExecutorOptions? options = null) =>
        (await _schema.Build().MakeExecutable(options).ExecuteAsync(new GraphQLRequest(query)
        {
            Variables = variables is null ? null : JsonDocument.Parse(variables).RootElement,
        })).ToJson();

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"Hello world"}}""")]
    [InlineData("{ b: hello(name: \"b\") a: hello(name: null) __typename }", """{"data":{"b":"Hello b","a":"Hello ","__typename":"Query"}}""")]
    [InlineData("{ pets { id ... on Dog { barkVolume } ...C } } fragment C on Cat { indoor color }",
        """{"data":{"pets":[{"id":"1","barkVolume":7},{"id":"2","indoor":true,"color":"WHITE"},{"id":"3","barkVolume":3}]}}""")]
    [InlineData("{ pets(where: { color: DARK_BROWN }) { name } }", """{"data":{"pets":[{"name":"Rex"}]}}""")]
    [InlineData("{ catOrDog { __typename ... on Pet { name } } }", """{"data":{"catOrDog":{"__typename":"Cat","name":"Mina"}}}""")]
    [InlineData("{ pet(id: 2) { name } pet(id: 2) { id } }", """{"data":{"pet":{"name":"Mina","id":"2"}}}""")]
    [InlineData("{ owners(first: 1) { totalCount nodes { name } edges { cursor } pageInfo { hasNextPage endCursor } } }",
        """{"data":{"owners":{"totalCount":1,"nodes":[{"name":"Ada"}],"edges":[{"cursor":"c1"}],"pageInfo":{"hasNextPage":false,"endCursor":"c1"}}}}""")]
    public async Task Given_a_query_When_executed_Then_the_fields_come_in_their_order(string query, string expected) =>
        (await Run(query)).ShouldBe(expected);

    [Fact]
    public async Task Given_conditions_on_variables_When_they_change_Then_each_plan_is_right()
    {
        var executor = _schema.Build().MakeExecutable();
        const string query = "query($a: Boolean!, $b: Boolean = false) { x: hello @include(if: $a) y: hello @skip(if: $b) }";
        async Task<string> With(string variables) => (await executor.ExecuteAsync(
            new GraphQLRequest(query) { Variables = JsonDocument.Parse(variables).RootElement })).ToJson();

        (await With("""{"a":true}""")).ShouldBe("""{"data":{"x":"Hello world","y":"Hello world"}}""");
        (await With("""{"a":false,"b":true}""")).ShouldBe("""{"data":{}}""");
        (await With("""{"a":false}""")).ShouldBe("""{"data":{"y":"Hello world"}}""");
    }

    [Fact]
    public async Task Given_a_null_in_a_non_null_list_When_completed_Then_the_list_is_null_and_the_path_names_the_item() =>
        (await Run("{ holes hello }")).ShouldBe(
            """{"errors":[{"message":"Cannot return null for non-nullable field Query.holes.","locations":[{"line":1,"column":3}],"path":["holes",1],"extensions":{"code":"NULL_VALUE"}}],"data":{"holes":null,"hello":"Hello world"}}""");

    [Fact]
    public async Task Given_a_null_non_null_root_field_When_completed_Then_data_is_null() =>
        (await Run("{ nothing }")).ShouldEndWith("\"data\":null}");

    [Fact]
    public async Task Given_an_unexpected_exception_When_resolved_Then_it_is_masked_with_a_trace_id()
    {
        Exception? seen = null;
        var json = await Run("{ broken }", options: new RequestExecutorOptions { OnUnexpectedError = (e, _) => seen = e });

        json.ShouldNotContain("secret");
        json.ShouldContain("\"message\":\"Erreur interne\"");
        json.ShouldContain("\"code\":\"INTERNAL\",\"traceId\":");
        seen.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Given_a_known_refusal_When_resolved_Then_message_and_code_are_shown() =>
        (await Run("{ refused }")).ShouldContain("""{"message":"Not here.","locations":[{"line":1,"column":3}],"path":["refused"],"extensions":{"code":"REFUSED"}}""");

    [Fact]
    public async Task Given_many_owners_When_loaded_Then_one_batch_of_distinct_keys_is_sent()
    {
        var json = await Run("{ pets { owner { name } } again: pets { owner { id } } }");

        json.ShouldContain("\"name\":\"Owner o2\"");
        _schema.Batches.ShouldHaveSingleItem().ShouldBe(["o1", "o2"]);
    }

    [Fact]
    public async Task Given_two_mutations_When_executed_Then_the_second_starts_after_the_first_ended()
    {
        (await Run("mutation { a: log(text: \"a\") b: log(text: \"b\") }")).ShouldBe("""{"data":{"a":2,"b":4}}""");
        _schema.Log.ShouldBe(["start a", "end a", "start b", "end b"]);
    }

    [Fact]
    public async Task Given_a_mutation_by_convention_When_refused_Then_the_error_is_data()
    {
        const string query = "mutation($i: RenamePet!) { renamePet(input: $i) { pet { name } errors { ... on Error { code } ... on NameTakenError { takenBy } } } }";

        (await Run(query, """{"i":{"id":"1","name":"Mina"}}"""))
            .ShouldBe("""{"data":{"renamePet":{"pet":null,"errors":[{"code":"NAME_TAKEN","takenBy":"2"}]}}}""");
        (await Run(query, """{"i":{"id":"1","name":"Max"}}""")).ShouldBe("""{"data":{"renamePet":{"pet":{"name":"Max"},"errors":null}}}""");
    }

    [Fact]
    public async Task Given_a_resolver_that_never_ends_When_the_time_is_up_Then_the_answer_is_a_typed_error() =>
        (await Run("{ waits }", options: new RequestExecutorOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(1) }))
            .ShouldContain("\"code\":\"TIMEOUT\"");

    [Theory]
    [InlineData("""{"int":2147483648}""", "Int cannot represent non 32-bit signed integer value.")]
    [InlineData("""{"int":"1"}""", "at \\\"v.int\\\"; Int cannot represent non-integer value.")]
    [InlineData("""{"day":"2026-02-30"}""", "Expected an existing day, YYYY-MM-DD.")]
    [InlineData("""{"instant":"2026-11-22T15:00:00"}""", "Expected RFC 3339 with an offset")]
    [InlineData("""{"instant":"2026-11-22T24:00:00Z"}""", "Expected RFC 3339 with an offset")]
    [InlineData("""{"uuid":"{00000000-0000-0000-0000-000000000000}"}""", "Expected 8-4-4-4-12 hexadecimal digits.")]
    [InlineData("""{"color":"black"}""", "This value does not exist in \\\"CoatColor\\\" enum.")]
    [InlineData("""{"text":"a\u0000"}""", "String cannot represent a text with U+0000.")]
    [InlineData("""{"text":"\uD800"}""", "String cannot represent a text with a lone surrogate.")]
    [InlineData("""{"nope":1}""", "Field \\\"nope\\\" is not defined by type \\\"Everything\\\".")]
    public async Task Given_a_variable_that_does_not_fit_When_coerced_Then_the_error_names_field_and_rule(string value, string expected) =>
        (await Run("query($v: Everything!) { echo(value: $v) }", $$"""{"v":{{value}}}""")).ShouldContain(expected);

    [Theory]
    [InlineData("{}", "Exactly one key must be specified for OneOf type")]
    [InlineData("""{"byId":"1","byName":"x"}""", "Exactly one key must be specified for OneOf type")]
    [InlineData("""{"byId":null}""", "must be non-null")]
    public async Task Given_a_one_of_input_When_not_exactly_one_is_given_Then_it_is_refused(string value, string expected) =>
        (await Run("query($v: Choice!) { choose(choice: $v) }", $$"""{"v":{{value}}}""")).ShouldContain(expected);
}
