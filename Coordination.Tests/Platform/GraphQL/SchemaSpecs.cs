using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL;

public sealed class SchemaSpecs
{
    [Fact]
    public void Given_a_wrong_schema_When_built_Then_every_problem_is_named()
    {
        var problem = Should.Throw<SchemaException>(() => SchemaBuilder.New()
            .AddQueryType(d =>
            {
                d.Field("a").Type("Nope").Resolve(_ => null);
                d.Field("b").Type("String");
                d.Field("c").Type("String").Argument("x", "Int", defaultValue: "\"one\"").Resolve(_ => null);
                d.Field("__d").Type("String").Resolve(_ => null);
                d.Field("e").Type("String").Authorize("Policy").Resolve(_ => null);
            })
            .AddInterfaceType("Node", d => d.Field("id").Type("ID!"))
            .AddObjectType<Owner>(d => { d.Implements("Node"); d.Field(x => x.Name); })
            .Create()).Message;

        problem.ShouldContain("Query.a: unknown type \"Nope\".");
        problem.ShouldContain("Field Query.b has no resolver.");
        problem.ShouldContain("The default of Query.c.x is not valid");
        problem.ShouldContain("reserved");
        problem.ShouldContain("Field Query.e asks for a policy");
        problem.ShouldContain("Interface field Node.id expected but Owner does not provide it.");
    }

    [Fact]
    public void Given_the_same_types_When_printed_twice_Then_the_same_text_in_the_order_of_names()
    {
        var sdl = new TestSchema().Build().Print();

        new TestSchema().Build().Print().ShouldBe(sdl);
        sdl.ShouldContain("enum CoatColor {\n  BLACK\n  DARK_BROWN\n\n  \"\"\"As snow.\"\"\"\n  WHITE\n}");
        sdl.ShouldContain("  renamePet(input: RenamePet!): RenamePetPayload!");
        sdl.IndexOf("type Cat ", StringComparison.Ordinal).ShouldBeLessThan(sdl.IndexOf("type Dog ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_policy_When_refused_Then_the_field_is_forbidden_and_others_are_not()
    {
        var executor = SchemaBuilder.New()
            .AddQueryType(d =>
            {
                d.Field("open").Type("Int").Resolve(_ => 1);
                d.Field("closed").Type("Int").Authorize("Nobody").Resolve(_ => 2);
            })
            .UseAuthorization((_, policy) => new ValueTask<bool>(policy != "Nobody"))
            .Create().MakeExecutable();

        var json = (await executor.ExecuteAsync(new GraphQLRequest("{ open closed }"))).ToJson();

        json.ShouldContain("\"code\":\"FORBIDDEN\"");
        json.ShouldEndWith("\"data\":{\"open\":1,\"closed\":null}}");
    }
}
