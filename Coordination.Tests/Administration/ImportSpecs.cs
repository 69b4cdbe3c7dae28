using Coordination.Api.Directory;
using Coordination.Api.Directory.Import;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Administration;

/// <summary>What imports take, refuse and leave as it is; each test has numbers of its own, and one file per kind may close things.</summary>
public sealed class ImportSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>, IDisposable
{
    private readonly DirectoryFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<ImportReport> ImportAsync(DirectoryFileKind kind, string path, bool full = false, bool dry = false, DateOnly? on = null) =>
        new FileImport(platform.Get<Database>(), platform.Clock).RunAsync(new(kind, path, on, full, dry), default);

    private static (int, int, int, int) Counts(ImportReport report) => (report.Added, report.Changed, report.Closed, report.Refusals.Count);

    [Fact]
    public async Task Given_a_file_of_professionals_When_imported_twice_Then_the_second_time_changes_nothing()
    {
        var path = files.Write([DirectoryFiles.RppsHeader, DirectoryFiles.Nurse(1), DirectoryFiles.Nurse(1, skill: "SM54"), DirectoryFiles.Nurse(2, structure: null), DirectoryFiles.Nurse(3, mode: "L")]);
        Counts(await ImportAsync(DirectoryFileKind.Rpps, path)).ShouldBe((5, 0, 0, 0));
        Counts(await ImportAsync(DirectoryFileKind.Rpps, path)).ShouldBe((0, 0, 0, 0));
        var again = files.Write([DirectoryFiles.RppsHeader, DirectoryFiles.Nurse(1, name: "NOUVEAU"), DirectoryFiles.Nurse(3, mode: "L")]);
        Counts(await ImportAsync(DirectoryFileKind.Rpps, again)).ShouldBe((0, 1, 0, 0));
        (await platform.ScalarAsync<string>("select display_name from directory_professional where rpps = $1", DirectoryFiles.RppsOf(1))).ShouldBe("Ada NOUVEAU");
    }

    [Fact]
    public async Task Given_bad_lines_When_imported_Then_each_is_told_by_number_field_and_rule_and_the_others_are_taken()
    {
        var good = Enumerable.Range(20, 8).Select(n => DirectoryFiles.Nurse(n));
        var path = files.Write(
        [
            DirectoryFiles.RppsHeader, .. good,
            DirectoryFiles.Nurse(30).Replace(DirectoryFiles.RppsOf(30), "10001234564", StringComparison.Ordinal),
            DirectoryFiles.Nurse(31, structure: "470990012"),
            DirectoryFiles.Nurse(32, mode: "Z"),
            DirectoryFiles.Nurse(33, name: ""),
            DirectoryFiles.Nurse(34, profession: "99"),
            DirectoryFiles.Nurse(35).Replace("47001", "4700", StringComparison.Ordinal),
            DirectoryFiles.Nurse(36).Replace("Ada", "A\u0000da", StringComparison.Ordinal),
            DirectoryFiles.Nurse(20),
        ]);
        var report = await ImportAsync(DirectoryFileKind.Rpps, path);
        report.Refusals.ShouldBe(
        [
            new(10, "Identifiant PP", "RPPS_KEY"), new(11, "Numéro FINESS site", "FINESS_KEY"), new(12, "Code mode exercice", "CODE_UNKNOWN"),
            new(13, "Nom d'exercice", "REQUIRED"), new(14, "Code profession", "CODE_UNKNOWN"), new(15, "Code commune (coord. structure)", "INSEE_CODE"),
            new(16, "line", "CONTROL_CHARACTER"), new(17, "line", "DUPLICATE"),
        ]);
        (report.Lines, report.Added).ShouldBe((16, 16));
        (await platform.ScalarAsync<long>("select count(*) from directory_import_refusal where rule = 'RPPS_KEY' and line = 10")).ShouldBe(1);
    }

    [Theory]
    [InlineData("Nom|Prénom\nA|B", "FILE_FORMAT")]
    [InlineData("", "FILE_EMPTY")]
    [InlineData(DirectoryFiles.RppsHeader, "FILE_EMPTY")]
    [InlineData(DirectoryFiles.RppsHeader + "\nabc", "MOSTLY_REFUSED")]
    public async Task Given_another_file_When_imported_Then_the_whole_is_refused_and_nothing_changes(string content, string rule)
    {
        var before = await platform.ScalarAsync<long>("select count(*) from directory_professional");
        var refused = await Should.ThrowAsync<FileRefusedException>(ImportAsync(DirectoryFileKind.Rpps, files.Write([content])));
        refused.Rule.ShouldBe(content.Length == 0 ? "FILE_FORMAT" : rule);
        (await platform.ScalarAsync<long>("select count(*) from directory_professional")).ShouldBe(before);
    }

    [Fact]
    public async Task Given_a_dry_run_When_imported_Then_it_counts_and_changes_nothing()
    {
        var path = files.Write([DirectoryFiles.RppsHeader, DirectoryFiles.Nurse(50)]);
        var imports = await platform.ScalarAsync<long>("select count(*) from directory_import");
        Counts(await ImportAsync(DirectoryFileKind.Rpps, path, dry: true)).ShouldBe((2, 0, 0, 0));
        (await platform.ScalarAsync<long>("select count(*) from directory_professional where rpps = $1", DirectoryFiles.RppsOf(50))).ShouldBe(0);
        (await platform.ScalarAsync<long>("select count(*) from directory_import")).ShouldBe(imports);
        (await Should.ThrowAsync<FileRefusedException>(ImportAsync(DirectoryFileKind.Rpps, path, on: new(2026, 11, 24)))).Rule.ShouldBe("NOT_IN_FUTURE");
    }

    [Fact]
    public async Task Given_structures_of_either_character_set_When_imported_Then_names_are_whole_and_closed_ones_are_not_found()
    {
        string[] lines = [DirectoryFiles.FinessHeader, .. Enumerable.Range(1, 20).Select(n => DirectoryFiles.Structure(n, $"Résidence n° {n:000}")), DirectoryFiles.Structure(21, commune: "411", department: "9D"), "geolocalisation;470980014;1;2;x;2020-01-01"];
        var latin = files.Write(System.Text.Encoding.Latin1.GetBytes(string.Join("\r\n", lines)));
        Counts(await ImportAsync(DirectoryFileKind.Finess, latin)).ShouldBe((21, 0, 0, 0));
        Counts(await ImportAsync(DirectoryFileKind.Finess, files.Write(lines))).ShouldBe((0, 0, 0, 0));
        (await platform.ScalarAsync<string>("select name || commune || category from directory_organization where finess = $1", DirectoryFiles.FinessOf(1))).ShouldBe("Résidence n° 00147001500");
        (await platform.ScalarAsync<string>("select commune from directory_organization where finess = $1", DirectoryFiles.FinessOf(21))).ShouldBe("97411");

        var search = platform.Get<DirectorySearch>();
        (await search.ProvidersAsync("residence n° 007", 5, default)).ShouldHaveSingleItem();
        var without = files.Write([.. lines.Where(l => !l.Contains(DirectoryFiles.FinessOf(7), StringComparison.Ordinal))]);
        Counts(await ImportAsync(DirectoryFileKind.Finess, without)).ShouldBe((0, 0, 0, 0));
        (await Should.ThrowAsync<FileRefusedException>(ImportAsync(DirectoryFileKind.Finess, files.Write([.. lines.Take(18)]), full: true))).Rule.ShouldBe("TOO_MANY_CLOSURES");
        Counts(await ImportAsync(DirectoryFileKind.Finess, without, full: true)).ShouldBe((0, 0, 1, 0));
        (await search.ProvidersAsync("residence n° 007", 5, default)).ShouldBeEmpty();
        // A line that is refused is still in the file: what it speaks of stays open.
        var bad = files.Write([.. lines.Select(l => l.Contains(DirectoryFiles.FinessOf(8), StringComparison.Ordinal) ? l.Replace(";500;", ";abc;", StringComparison.Ordinal) : l)]);
        Counts(await ImportAsync(DirectoryFileKind.Finess, bad, full: true)).ShouldBe((0, 1, 0, 1));
        (await search.ProvidersAsync("residence n° 008", 5, default)).ShouldHaveSingleItem();
        (await search.ProvidersAsync("residence n° 007", 5, default)).ShouldHaveSingleItem();
        (await Should.ThrowAsync<FileRefusedException>(ImportAsync(DirectoryFileKind.Finess, latin, on: new(2026, 11, 2)))).Rule.ShouldBe("OLDER_THAN_LAST");
    }

    [Fact]
    public async Task Given_two_imports_at_once_When_both_end_Then_one_added_and_the_other_changed_nothing()
    {
        var path = files.Write([DirectoryFiles.RppsHeader, .. Enumerable.Range(1000, 500).Select(n => DirectoryFiles.Nurse(n))]);
        var reports = await Task.WhenAll(ImportAsync(DirectoryFileKind.Rpps, path), ImportAsync(DirectoryFileKind.Rpps, path));
        reports.Select(r => r.Added).Order().ShouldBe([0, 1000]);
        reports.ShouldAllBe(r => r.Changed == 0);
    }
}
