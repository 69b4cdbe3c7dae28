using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Coordination.Tests.Ops;

/// <summary>What the scripts refuse before they build or start anything.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-ops-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [InlineData("--port", "abc")]
    [InlineData("--mllp-port", "70000")]
    [InlineData("--port", "0")]
    public async Task Given_a_port_that_is_none_When_run_starts_Then_it_names_the_option(string option, string value)
    {
        var (code, error) = await ScriptAsync("ops/run", option, value);
        code.ShouldBe(1);
        error.ShouldBe($"run: {option}: a port from 1 to 65535 is expected, not '{value}'\n");
    }

    [Fact]
    public async Task Given_a_folder_of_somebody_else_When_run_is_asked_to_start_over_in_it_Then_it_refuses_and_leaves_its_files()
    {
        var letter = Path.Combine(folder, "letter.txt");
        await File.WriteAllTextAsync(letter, "mine");
        var (code, error) = await ScriptAsync("ops/run", "--data", folder, "--fresh");
        code.ShouldBe(1);
        error.ShouldContain("is not a data folder of this platform");
        (await File.ReadAllTextAsync(letter)).ShouldBe("mine");
    }

    [Fact]
    public async Task Given_a_port_in_use_When_run_starts_Then_it_says_which_and_how_to_choose_another()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var (code, error) = await ScriptAsync("ops/run", "--data", Path.Combine(folder, "data"), "--port", $"{port}");
        code.ShouldBe(1);
        error.ShouldBe($"run: port {port} is taken: choose another with --port or COORDINATION_HTTP_PORT\n");
    }

    [Theory]
    [InlineData("ops/run")]
    [InlineData("ops/test")]
    [InlineData("ops/bench")]
    [InlineData("ops/chaos")]
    public async Task Given_an_option_that_does_not_exist_When_a_script_starts_Then_it_shows_its_usage(string script)
    {
        var (code, error) = await ScriptAsync(script, "--nonsense");
        code.ShouldBe(1);
        error.ShouldContain($"{script} [");
        error.ShouldEndWith("unknown option '--nonsense'\n");
    }

    private static async Task<(int Code, string Error)> ScriptAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root(), script), arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var name in new[] { "COORDINATION_HTTP_PORT", "COORDINATION_MLLP_PORT", "COORDINATION_DATA", "ConnectionStrings__Coordination" })
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Coordination.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
