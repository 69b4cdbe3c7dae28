namespace Coordination.Tests.Architecture;

/// <summary>The domain decides: it does no I/O, reads no clock, makes no id, knows no culture, logs nothing, resolves nothing.</summary>
public sealed class PurityTests
{
    private static readonly Dictionary<string, string> Impure = new()
    {
        ["DateTime.Now"] = "System.DateTime.get_Now",
        ["DateTime.UtcNow"] = "System.DateTime.get_UtcNow",
        ["DateTime.Today"] = "System.DateTime.get_Today",
        ["DateTimeOffset.Now"] = "System.DateTimeOffset.get_Now",
        ["DateTimeOffset.UtcNow"] = "System.DateTimeOffset.get_UtcNow",
        ["System.Diagnostics.Stopwatch.GetTimestamp()"] = "System.Diagnostics.Stopwatch",
        ["TimeProvider.System"] = "System.TimeProvider",
        ["TimeZoneInfo.Local"] = "System.TimeZoneInfo.get_Local",
        ["Random.Shared"] = "System.Random",
        ["System.Security.Cryptography.RandomNumberGenerator.GetInt32(9)"] = "System.Security.Cryptography.RandomNumberGenerator",
        ["Guid.NewGuid()"] = "System.Guid.NewGuid",
        ["Guid.CreateVersion7()"] = "System.Guid.CreateVersion7",
        ["System.Globalization.CultureInfo.CurrentCulture"] = "System.Globalization.CultureInfo.get_CurrentCulture",
        ["System.Threading.Tasks.Task.CompletedTask"] = "System.Threading.Tasks.Task",
        ["System.IO.File.Exists(\"x\")"] = "System.IO.File",
        ["new System.Net.Http.HttpClient()"] = "System.Net.Http.HttpClient",
        ["System.Diagnostics.Process.GetCurrentProcess()"] = "System.Diagnostics.Process",
        ["Environment.MachineName"] = "System.Environment.get_MachineName",
        ["Console.Out"] = "System.Console",
        ["((IServiceProvider)null).GetService(typeof(int))"] = "System.IServiceProvider",
        ["Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance"] = "Microsoft.Extensions.Logging.Abstractions.NullLogger",
    };

    [Fact]
    public void Given_the_domain_When_its_metadata_is_read_Then_it_is_pure() =>
        AssemblyRules.Impurities(Built.Bytes("Coordination.Domain")).ShouldBeEmpty();

    [Fact]
    public void Given_impure_expressions_When_compiled_Then_every_one_is_found()
    {
        var methods = Impure.Keys.Select((expression, i) => $"object M{i}() => {expression};");
        var found = AssemblyRules.Impurities(InMemoryAssembly.Compile($"class C {{ {string.Concat(methods)} }}"));
        Impure.Values.Except(found).ShouldBeEmpty();
    }

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
