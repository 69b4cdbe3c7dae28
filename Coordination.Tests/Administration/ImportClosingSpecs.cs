using Coordination.Api.Directory;
using Coordination.Api.Directory.Import;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Administration;

/// <summary>Activities that end and come back.</summary>
public sealed class ImportClosingSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>, IDisposable
{
    private readonly DirectoryFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<ImportReport> ImportAsync(string path, bool full = false, DateOnly? on = null) =>
        new FileImport(platform.Get<Database>(), platform.Clock).RunAsync(new(DirectoryFileKind.Rpps, path, on, full), default);

    private async Task<int> OpenOfAsync(int serial) =>
        (int)await platform.ScalarAsync<long>("select count(*) from directory_activity where rpps = $1 and valid_until is null", DirectoryFiles.RppsOf(serial));

    [Fact]
    public async Task Given_a_complete_file_without_an_activity_When_imported_Then_it_ends_that_day_cannot_act_and_is_not_offered()
    {
        var all = Enumerable.Range(1, 20).Select(n => DirectoryFiles.Nurse(n, name: $"NOM{(char)('A' + n)}")).ToList();
        await ImportAsync(files.Write([DirectoryFiles.RppsHeader, .. all]), on: new(2026, 10, 1));
        var (search, activities) = (platform.Get<DirectorySearch>(), platform.Get<ProfessionalActivities>());
        (await search.ProvidersAsync("ada nomd", 5, default)).ShouldHaveSingleItem();
        (await activities.MayActAsync(new(DirectoryFiles.RppsOf(3)), new(2026, 11, 1), default)).ShouldBe(true);

        all.RemoveAt(2);
        (await ImportAsync(files.Write([DirectoryFiles.RppsHeader, .. all]), full: true, on: new(2026, 11, 1))).Closed.ShouldBe(1);
        (await OpenOfAsync(3)).ShouldBe(0);
        (await search.ProvidersAsync("ada nomd", 5, default)).ShouldBeEmpty();
        (await activities.MayActAsync(new(DirectoryFiles.RppsOf(3)), new(2026, 10, 31), default)).ShouldBe(true);
        (await activities.MayActAsync(new(DirectoryFiles.RppsOf(3)), new(2026, 11, 1), default)).ShouldBe(false);

        // Back again: a new activity, the ended one stays in the past.
        await ImportAsync(files.Write([DirectoryFiles.RppsHeader, .. all, DirectoryFiles.Nurse(3, name: "NOMD")]), full: true, on: new(2026, 11, 20));
        (await activities.OfAsync(new(DirectoryFiles.RppsOf(3)), default)).Select(a => (a.From, a.Until)).ShouldBe([(new(2026, 11, 20), null), (new(2026, 10, 1), new(2026, 11, 1))]);
        (await activities.MayActAsync(new(DirectoryFiles.RppsOf(3)), new(2026, 11, 10), default)).ShouldBe(false);
        (await activities.MayActAsync(new(DirectoryFiles.RppsOf(999)), new(2026, 11, 10), default)).ShouldBeNull();
    }
}
