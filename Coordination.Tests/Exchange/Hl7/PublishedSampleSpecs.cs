using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Domain.Identifiers;

namespace Coordination.Tests.Exchange.Hl7;

/// <summary>
/// The messages published by the national bodies, where their folder is at hand. Without it each case reads the message of this repository
/// that was written to the same rule, so that nothing is left unproved.
/// </summary>
public sealed class PublishedSampleSpecs
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("admission", "000003", "admission")]
    [InlineData("ConsentementConsultation_NonOppositionAlimentation", "000003", "admission")]
    [InlineData("NonConsentementConsultation_NonOppositionAlimentation", "000003", "admission")]
    [InlineData("NonRecueillieConsentementConsultation_NonOppositionAlimentation", "000003", "admission")]
    public void Given_an_admission_When_read_Then_INS_and_IPP_are_known(string file, string ipp, string ours)
    {
        var (adt, published) = Readable(file, ours);
        adt.Trigger.ShouldBe("A01");
        adt.Person.Identifiers.Ins!.Value.HasValidKey.ShouldBeTrue();
        adt.Person.Identifiers.Ipp!.Value.ShouldBe(published ? ipp : "900017");
        adt.Movement!.Action.ShouldBe(MovementAction.Insert);
    }

    [Fact]
    public void Given_a_discharge_with_a_blank_before_ZBE_When_read_Then_it_is_whole()
    {
        var (adt, published) = Readable("mipih-A03-sortie", "sortie");
        adt.Trigger.ShouldBe("A03");
        adt.Stay!.DischargedAt.ShouldNotBeNull();
        adt.Movement.ShouldNotBeNull();
        if (!published) return;
        adt.Person.Identifiers.Ins.ShouldBeNull();
        adt.Person.Identifiers.Ipp.ShouldBe(new AssignedId("5001000671", "APHM IPP", ""));
        adt.Movement.Nature.ShouldBe("MH");
    }

    [Fact]
    public void Given_the_discharge_whose_ZBE_is_shifted_When_read_Then_it_goes_to_quarantine()
    {
        var bytes = Find("sortie", "sortie-zbe-decale", out _);
        var reading = PamReader.Read(bytes, Er7.TestLink, Now);
        reading.Disposition.ShouldBe(PamDisposition.Quarantine);
        reading.Problems.ShouldContain(p => p.Location == "ZBE^1^4" && p.Code == "101");
    }

    [Fact]
    public void Given_NIA_and_NIR_When_read_Then_the_NIR_is_kept()
    {
        var (adt, _) = Readable("pamfr-spec-A31-nia-vers-nir", "identite-nia-vers-nir");
        adt.Person.Identifiers.Ins!.Value.Kind.ShouldBe(InsKind.Nir);
        adt.Person.Identifiers.Nia!.Value.Kind.ShouldBe(InsKind.Nia);
    }

    [Fact]
    public void Given_a_change_of_INS_When_read_Then_the_old_one_is_told()
    {
        var (adt, published) = Readable("pamfr-spec-A47-changement-ins", "changement-ins");
        adt.Previous!.Ins.ShouldNotBeNull();

        // The published new matricule has a wrong key: said, and never matched.
        (adt.Person.Identifiers.DoubtfulIns is not null).ShouldBe(published);
    }

    [Fact]
    public void Given_all_the_files_at_hand_When_read_Then_none_breaks_the_reader()
    {
        var folder = SharedFolder();
        var files = folder is null ? [] : Directory.GetFiles(folder, "*.er7");
        foreach (var file in files) PamReader.Read(File.ReadAllBytes(file), Er7.TestLink, Now).Header.ControlId.ShouldNotBeEmpty(Path.GetFileName(file));
        foreach (var name in Er7.Names) Er7.Read(Er7.Text(name)).Header.ControlId.ShouldNotBeEmpty(name);
    }

    /// <summary>The published messages at hand; none where their folder is not.</summary>
    internal static IEnumerable<string> Texts() => SharedFolder() is { } folder
        ? Directory.GetFiles(folder, "*.er7").Select(f => File.ReadAllText(f).ReplaceLineEndings("\r")) : [];

    private static (AdtMessage Message, bool Published) Readable(string file, string ours)
    {
        var reading = PamReader.Read(Find(file, ours, out var published), Er7.TestLink, Now);
        reading.Disposition.ShouldBe(PamDisposition.Readable, string.Join("; ", reading.Problems));
        return (reading.Message!, published);
    }

    private static byte[] Find(string file, string ours, out bool published)
    {
        var path = SharedFolder() is { } folder ? Path.Combine(folder, file + ".er7") : null;
        published = path is not null && File.Exists(path);
        return published ? File.ReadAllBytes(path!) : System.Text.Encoding.UTF8.GetBytes(Er7.Text(ours));
    }

    private static string? SharedFolder()
    {
        var roots = new List<string?> { Environment.GetEnvironmentVariable("COORDINATION_SHARED") };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent) roots.Add(Path.Combine(folder.FullName, "shared"));
        return roots.Where(r => r is not null).Select(r => Path.Combine(r!, "examples", "hl7v2-pam-fr")).FirstOrDefault(Directory.Exists);
    }
}
