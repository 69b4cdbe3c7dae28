using Coordination.Api.Directory;
using Coordination.Api.Directory.Import;
using Coordination.Domain.Directory;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Administration;

/// <summary>Communes that merge, and territories whose boundaries move.</summary>
public sealed class CogSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>, IDisposable
{
    private const string Communes = "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT";
    private const string Movements = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP";
    private readonly DirectoryFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<ImportReport> ImportAsync(params IEnumerable<string> lines) =>
        new FileImport(platform.Get<Database>(), platform.Clock).RunAsync(new(DirectoryFileKind.Cog, files.Write(lines)), default);

    private static string Commune(string code, string name, string type = "COM", string parent = "") => $"{type},{code},75,17,17D,171,0,X,X,\"{name}\",1701,{parent}";

    private static string Movement(string kind, string day, string before, string after, string typeAfter = "COM") =>
        $"{kind},{day},COM,{before},0,X,X,\"Ancienne {before}\",{typeAfter},{after},0,X,X,Nouvelle";

    [Fact]
    public async Task Given_communes_and_movements_When_imported_twice_Then_old_codes_lead_to_what_they_became_and_nothing_changes_again()
    {
        string[] communes = [Communes, Commune("17397", "Tonnay-Boutonne"), Commune("17277", "Essouvert"), Commune("17001", "Agonnay", "COMA", "17397"), Commune("17277", "Saint-Denis-du-Pin", "COMD", "17277"), Commune("1727", "Fausse")];
        string[] movements = [Movements, Movement("33", "1973-01-01", "17001", "17397"), Movement("33", "1973-01-01", "17001", "17001", "COMA"), Movement("32", "2016-01-01", "17040", "17050"), Movement("32", "2019-01-01", "17050", "17277"), Movement("31", "1970-01-01", "17060", "17277"), Movement("21", "1980-01-01", "17277", "17060"), Movement("33", "2016-02-30", "17002", "17003")];
        var first = await ImportAsync(communes);
        (first.Added, first.Refusals.Single()).ShouldBe((3, new(6, "COM", "INSEE_CODE")));
        (await ImportAsync(communes)).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(0), r => r.Changed.ShouldBe(0));
        var moved = await ImportAsync(movements);
        (moved.Added, moved.Changed, moved.Refusals.Single()).ShouldBe((3, 1, new(8, "DATE_EFF", "DATE")));
        (await ImportAsync(movements)).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(0), r => r.Changed.ShouldBe(0));
        (await ImportAsync(communes)).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(0), r => r.Changed.ShouldBe(0));
        (await platform.ScalarAsync<string>("select string_agg(insee || '>' || merged_into || ' ' || merged_on, ', ' order by insee) from directory_commune where merged_into is not null and insee like '17%'"))
            .ShouldBe("17001>17397 1973-01-01, 17040>17277 2016-01-01, 17050>17277 2019-01-01");
    }

    [Fact]
    public async Task Given_a_merged_commune_When_asked_who_covers_it_Then_its_own_attachment_until_then_and_that_of_what_it_became_since()
    {
        await ImportAsync([Communes, Commune("64201", "Neuve"), Commune("64202", "Ancienne")]);
        await ImportAsync([Movements, Movement("32", "2026-01-01", "64202", "64201")]);
        var (areas, cover) = (platform.Get<AreaWriter>(), platform.Get<CommuneCover>());
        await areas.AttachAsync(new("dac-north"), AreaKind.Territory, "dac-north", ["64201"], new(2020, 1, 1), default);
        await areas.AttachAsync(new("dac-south"), AreaKind.Territory, "dac-south", ["64202"], new(2020, 1, 1), default);
        await areas.DetachAsync(new("dac-south"), AreaKind.Territory, "dac-south", ["64202"], new(2026, 1, 1), default);
        async Task<string?> Of(string insee, int year) => (await cover.TerritoryOfAsync(insee, new(year, 6, 1), default))?.Value;
        (await Of("64202", 2025)).ShouldBe("dac-south");
        (await Of("64202", 2026)).ShouldBe("dac-north");
        (await Of("64201", 2019)).ShouldBeNull();
        (await platform.Get<DirectoryReader>().CommuneAsync("64202", default))!.Territory.ShouldBe("dac-north");
        (await platform.Get<DirectorySearch>().CommunesAsync("ancienne", 5, default)).ShouldBeEmpty();
    }
}
