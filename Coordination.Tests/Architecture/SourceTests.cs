namespace Coordination.Tests.Architecture;

/// <summary>Each rule over all sources, and a canary that shows that the rule is able to fail.</summary>
public sealed class SourceTests
{
    [Fact]
    public void Given_the_repository_When_read_Then_its_sources_are_found()
    {
        SourceTree.CSharp.Select(f => f.Path).ShouldContain("Coordination.Domain/Kernel/Decision.cs");
        SourceTree.Files.Select(f => f.Path).ShouldContain("Coordination.Api/schema.graphqls");
        SourceTree.Files.ShouldNotContain(f => f.Path.Contains("/obj/"));
    }

    [Fact]
    public void Given_the_sources_When_measured_Then_no_file_is_longer_than_250_lines() =>
        SourceTree.CSharp.SelectMany(SourceRules.LongFiles).ShouldBeEmpty();

    [Fact]
    public void Given_251_lines_When_measured_Then_found()
    {
        SourceRules.LongFiles(Canary(string.Concat(Enumerable.Repeat("//\n", 251)))).ShouldBe(["Canary/Canary.cs: 251 lines"]);
        SourceRules.LongFiles(Canary(string.Concat(Enumerable.Repeat("//\n", 250)))).ShouldBeEmpty();
    }

    [Fact]
    public void Given_the_sources_When_searched_Then_nothing_is_left_unfinished() =>
        SourceTree.Files.SelectMany(SourceRules.Unfinished).ShouldBeEmpty();

    [Theory]
    [InlineData("TO", "DO")]
    [InlineData("FIX", "ME")]
    [InlineData("NotImplemented", "Exception")]
    public void Given_an_unfinished_place_When_searched_Then_found(string start, string end) =>
        SourceRules.Unfinished(Canary($"class C {{\n// {start}{end}: later\n}}")).ShouldBe([$"Canary/Canary.cs:2: {start}{end}"]);

    [Fact]
    public void Given_the_sources_When_parsed_Then_no_identifier_has_an_accent() =>
        SourceTree.CSharp.AsParallel().SelectMany(SourceRules.AccentedIdentifiers).ShouldBeEmpty();

    [Fact]
    public void Given_an_identifier_with_an_accent_When_parsed_Then_found() =>
        SourceRules.AccentedIdentifiers(Canary("class Référent\n{\n int Âge; string s = \"âge\"; // âge\n}"))
            .ShouldBe(["Canary/Canary.cs:1: Référent", "Canary/Canary.cs:3: Âge"]);

    [Fact]
    public void Given_the_sources_When_parsed_Then_French_is_only_in_resources_templates_demo_data_and_tests() =>
        SourceTree.CSharp.AsParallel().SelectMany(SourceRules.FrenchLiterals).ShouldBeEmpty();

    [Theory]
    [InlineData("\"Sortie prévue\"", "Sortie prévue")]
    [InlineData("$\"prévue le {1}\"", "prévue le ")]
    [InlineData("\"pr\\u00e9vue\"", "prévue")]
    [InlineData("\"\"\"déjà pris\"\"\"", "déjà pris")]
    public void Given_a_French_literal_When_parsed_Then_found(string literal, string text) =>
        SourceRules.FrenchLiterals(Canary($"class C {{ string s = {literal}; }}")).ShouldBe([$"Canary/Canary.cs:1: {text}"]);

    [Fact]
    public void Given_French_in_comments_characters_resources_or_tests_When_parsed_Then_allowed()
    {
        SourceRules.FrenchLiterals(Canary("/// <summary>référent</summary>\nclass C { char c = 'é'; string s = \"é\"; }")).ShouldBeEmpty();
        SourceRules.FrenchLiterals(new("Coordination.Api/Resources/Texts.cs", "class C { string s = \"prévue\"; }")).ShouldBeEmpty();
        SourceRules.FrenchLiterals(new("Coordination.Tests/Alerts/Specs.cs", "class C { string s = \"prévue\"; }")).ShouldBeEmpty();
    }

    [Fact]
    public void Given_the_sources_When_parsed_Then_no_log_template_has_a_place_for_contents() =>
        SourceTree.CSharp.Where(f => !f.Path.StartsWith("Coordination.Tests/", StringComparison.Ordinal))
            .AsParallel().SelectMany(SourceRules.LoggedContents).ShouldBeEmpty();

    [Theory]
    [InlineData("logger.LogWarning(\"person {Ins} of {Tenant}\", a, b);", "{Ins}")]
    [InlineData("this.log.Log(level, \"got {@Body}\", a);", "{@Body}")]
    [InlineData("Log.Information(\"hello {Name,10}\", a);", "{Name,10}")]
    public void Given_a_log_call_with_contents_When_parsed_Then_found(string statement, string hole) =>
        SourceRules.LoggedContents(Canary($"class C {{ void M() {{ {statement} }} }}")).ShouldBe([$"Canary/Canary.cs:1: {hole}"]);

    [Fact]
    public void Given_a_generated_log_method_with_contents_When_parsed_Then_found() =>
        SourceRules.LoggedContents(Canary("partial class C { [LoggerMessage(1, LogLevel.Information, \"{Body}\")] partial void M(string body); }"))
            .ShouldBe(["Canary/Canary.cs:1: {Body}"]);

    [Fact]
    public void Given_a_log_call_with_ids_When_parsed_Then_allowed() =>
        SourceRules.LoggedContents(Canary("class C { void M() { logger.LogWarning(\"{PersonId} in {TenantId}\", a, b); Show(\"{Name}\"); } }")).ShouldBeEmpty();

    private static SourceFile Canary(string text) => new("Canary/Canary.cs", text);
}
