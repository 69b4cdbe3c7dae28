using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Coordination.Tests.Platform.GraphQL;

/// <summary>Runs the scripts of <c>conformance/</c> (graphql-js and graphql-http) against the test schema over HTTP.</summary>
public sealed class ConformanceSpecs
{
    [Fact]
    public async Task Given_the_reference_implementation_When_compared_over_HTTP_Then_no_difference()
    {
        var folder = Path.Combine(Path.GetDirectoryName(SourceFile())!, "conformance");
        Directory.Exists(Path.Combine(folder, "node_modules")).ShouldBeTrue("run `npm ci` in " + folder);
        await using var host = await TestHost.StartAsync();
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["GRAPHQL_URL"] = host.Client.BaseAddress + "graphql" },
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        node.ExitCode.ShouldBe(0, output + await errors);
        output.ShouldContain("# fail 0");
        output.ShouldNotContain("# pass 0");
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
