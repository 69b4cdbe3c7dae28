namespace Coordination.Tests.Architecture;

/// <summary>The domain decides: it does no I/O, reads no clock, makes no id, knows no culture, logs nothing, resolves nothing.</summary>
public sealed class PurityTests
{
    [Fact]
    public void Given_the_domain_When_its_metadata_is_read_Then_it_is_pure() =>
        AssemblyRules.Impurities(Built.Bytes("Coordination.Domain")).ShouldBeEmpty();

    [Theory]
    [InlineData("DateTime.Now", "System.DateTime.get_Now")]
    [InlineData("DateTime.UtcNow", "System.DateTime.get_UtcNow")]
    [InlineData("DateTime.Today", "System.DateTime.get_Today")]
    [InlineData("DateTimeOffset.Now", "System.DateTimeOffset.get_Now")]
    [InlineData("DateTimeOffset.UtcNow", "System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp()", "System.Diagnostics.Stopwatch")]
    [InlineData("TimeProvider.System", "System.TimeProvider")]
    [InlineData("TimeZoneInfo.Local", "System.TimeZoneInfo.get_Local")]
    [InlineData("Random.Shared", "System.Random")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetInt32(9)", "System.Security.Cryptography.RandomNumberGenerator")]
    [InlineData("Guid.NewGuid()", "System.Guid.NewGuid")]
    [InlineData("Guid.CreateVersion7()", "System.Guid.CreateVersion7")]
    [InlineData("System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.get_CurrentCulture")]
    [InlineData("System.Threading.Tasks.Task.CompletedTask", "System.Threading.Tasks.Task")]
    [InlineData("System.IO.File.Exists(\"x\")", "System.IO.File")]
    [InlineData("new System.Net.Http.HttpClient()", "System.Net.Http.HttpClient")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess()", "System.Diagnostics.Process")]
    [InlineData("Environment.MachineName", "System.Environment.get_MachineName")]
    [InlineData("Console.Out", "System.Console")]
    [InlineData("((IServiceProvider)null).GetService(typeof(int))", "System.IServiceProvider")]
    [InlineData("Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance", "Microsoft.Extensions.Logging.Abstractions.NullLogger")]
    public void Given_an_impure_expression_When_compiled_Then_found(string expression, string use) =>
        AssemblyRules.Impurities(InMemoryAssembly.Compile($"class C {{ object M() => {expression}; }}")).ShouldContain(use);

    [Fact]
    public void Given_a_platform_library_in_use_When_compiled_Then_found()
    {
        var platform = InMemoryAssembly.Compile("namespace Platform.EventStore; public class Session;", "Platform.EventStore");
        AssemblyRules.Impurities(InMemoryAssembly.Compile("class C { Platform.EventStore.Session S; }", "Canary", platform))
            .ShouldBe(["Platform.EventStore.Session"]);
    }

    [Fact]
    public void Given_a_pure_iterator_over_given_times_When_compiled_Then_allowed() =>
        AssemblyRules.Impurities(InMemoryAssembly.Compile(
            "class C { IEnumerable<DateTimeOffset> M(DateTimeOffset now) { yield return now; yield return now.AddHours(24); } }")).ShouldBeEmpty();
}
