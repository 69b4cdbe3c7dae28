namespace Coordination.Tests.Architecture;

public sealed class ReferenceTests
{
    public static TheoryData<string> Projects => [.. ProjectRules.Ruled];

    public static TheoryData<string, string> Canaries => new()
    {
        { "Coordination.Domain", "Platform.EventStore" },
        { "Coordination.Domain", "Coordination.Projections" },
        { "Coordination.Domain", "Npgsql" },
        { "Coordination.Projections", "Platform.Messaging" },
        { "Coordination.Projections", "Platform.GraphQL" },
        { "Coordination.Projections", "Coordination.Api" },
        { "Coordination.Projections", "Microsoft.Extensions.Logging.Abstractions" },
        { "Platform.EventStore", "Coordination.Domain" },
        { "Platform.EventStore", "Platform.Messaging" },
        { "Platform.Messaging", "Coordination.Domain" },
        { "Platform.Messaging", "Platform.GraphQL" },
        { "Platform.GraphQL", "Platform.EventStore" },
        { "Platform.GraphQL", "Platform.Messaging" },
        { "Coordination.Api", "Coordination.Simulator" },
    };

    [Theory, MemberData(nameof(Projects))]
    public void Given_a_project_file_When_read_Then_it_refers_only_to_what_lies_under_it(string project) =>
        ProjectRules.Forbidden(project, SourceTree.Files.Single(f => f.Path.EndsWith($"/{project}.csproj", StringComparison.Ordinal)).Text)
            .ShouldBeEmpty();

    [Theory, MemberData(nameof(Projects))]
    public void Given_a_built_assembly_When_read_Then_it_refers_only_to_what_lies_under_it(string project) =>
        AssemblyRules.References(Built.Bytes(project), name => ProjectRules.MayReference(project, name)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Projects))]
    public void Given_a_built_assembly_When_read_Then_it_scans_no_assembly_for_types(string project) =>
        AssemblyRules.AssemblyScans(Built.Bytes(project)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Canaries))]
    public void Given_a_reference_that_points_back_When_declared_Then_found(string project, string reference)
    {
        var folder = reference.Contains("Extensions") || reference == "Npgsql" ? "" : $"..\\{reference}\\";
        var item = folder.Length == 0 ? $"<PackageReference Include=\"{reference}\" />" : $"<ProjectReference Include=\"{folder}{reference}.csproj\" />";
        ProjectRules.Forbidden(project, $"<Project><ItemGroup>{item}</ItemGroup></Project>").ShouldBe([reference]);
    }

    [Theory, MemberData(nameof(Canaries))]
    public void Given_a_reference_that_points_back_When_compiled_Then_found(string project, string reference)
    {
        var target = InMemoryAssembly.Compile("namespace Target; public class T;", reference);
        var canary = InMemoryAssembly.Compile("class C { Target.T Field; }", project, target);
        AssemblyRules.References(canary, name => ProjectRules.MayReference(project, name)).ShouldContain(reference);
    }

    [Theory]
    [InlineData("typeof(int).Assembly.GetTypes()", "System.Reflection.Assembly.GetTypes")]
    [InlineData("AppDomain.CurrentDomain.GetAssemblies()", "System.AppDomain.GetAssemblies")]
    public void Given_a_scan_for_types_When_compiled_Then_found(string expression, string use) =>
        AssemblyRules.AssemblyScans(InMemoryAssembly.Compile($"class C {{ object M() => {expression}; }}")).ShouldBe([use]);
}
