using System.Diagnostics;
using Coordination.Api.Directory.Import;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Administration;

/// <summary>An import that is cut off.</summary>
public sealed class ImportKillSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>, IDisposable
{
    private readonly DirectoryFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Given_an_import_in_the_middle_of_its_merge_When_it_is_killed_Then_nothing_has_changed()
    {
        var first = files.Write([DirectoryFiles.RppsHeader, DirectoryFiles.Nurse(500)]);
        await new FileImport(platform.Get<Database>(), platform.Clock).RunAsync(new(DirectoryFileKind.Rpps, first, new(2026, 11, 22)), default);
        var path = files.Write([DirectoryFiles.RppsHeader, .. Enumerable.Range(400, 200).Select(n => DirectoryFiles.Nurse(n, name: "AUTRE"))]);

        // The merge waits for this row: it has written others by then.
        await using var holding = await platform.Get<Database>().Worker.OpenConnectionAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("update directory_professional set phone = phone where rpps = $1", holding) { Parameters = { new() { Value = DirectoryFiles.RppsOf(500) } } })
            await hold.ExecuteNonQueryAsync();

        using var import = Process.Start(new ProcessStartInfo("dotnet",
        [
            typeof(FileImport).Assembly.Location, "import", "rpps", path, $"--ConnectionStrings:Coordination={platform.App.Configuration.GetConnectionString("Coordination")}",
        ]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await platform.ScalarAsync<long>("select count(*) from pg_locks where not granted and $1 = any(pg_blocking_pids(pid))", holding.ProcessID) == 0)
        {
            import.HasExited.ShouldBeFalse();
            bound.Token.ThrowIfCancellationRequested();
        }

        import.Kill();
        await import.WaitForExitAsync(bound.Token);
        await transaction.RollbackAsync();
        (await platform.ScalarAsync<long>("select count(*) from directory_professional where display_name = 'Ada AUTRE'")).ShouldBe(0);
        var again = await new FileImport(platform.Get<Database>(), platform.Clock).RunAsync(new(DirectoryFileKind.Rpps, path), default);
        (again.Added, again.Changed).ShouldBe((398, 1));
    }
}
