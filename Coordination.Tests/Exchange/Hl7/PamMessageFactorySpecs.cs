using System.Text;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Hl7;
using Coordination.Simulator.Territory;

namespace Coordination.Tests.Exchange.Hl7;

public sealed class PamMessageFactorySpecs : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coordination-hl7-");
    private readonly DemoHospital hospital = new("CH de la Plaine", new Finess("470000001"), "GAM", "CH & PLAINE");
    private readonly PamMessageFactory factory;

    public PamMessageFactorySpecs() => factory = new(hospital, new StayJournalFile(folder.FullName), TimeProvider.System);

    private static DemoPerson Person { get; } = new(
        7, InsOf("242054700107540", "1.2.250.1.213.1.4.10"), "900017", "L'HERMITE", ["ODETTE", "MARIE"], "LE|GALL", "F", new DateOnly(1942, 5, 19),
        "47001", "3 rue des Lilas", new Commune("47052", "Casteljaloux", "47700"), "0500000000", Eligibility.Eligible);

    public void Dispose() => folder.Delete(true);

    [Theory]
    [InlineData("A01")]
    [InlineData("A02")]
    [InlineData("A03")]
    [InlineData("A04")]
    [InlineData("A05")]
    [InlineData("A16")]
    [InlineData("Z99")]
    [InlineData("A47")]
    public void Given_any_event_that_stands_alone_When_made_Then_it_is_read_back_without_a_problem(string trigger)
    {
        var adt = Made(trigger);
        adt.Trigger.ShouldBe(trigger);
        adt.ProcessingId.ShouldBe("T");
        adt.Person.BirthName.Text.ShouldBe("L'HERMITE");
        adt.Person.UsedName.Text.ShouldBe("LE|GALL");
        adt.Person.GivenNames.Text.ShouldBe("ODETTE MARIE");
        adt.Person.BirthDate.ShouldBe(Person.BirthDate);
        adt.Person.Identifiers.Ipp.ShouldBe(new AssignedId("900017", "CH & PLAINE", "470000001"));
        adt.Person.Identifiers.Ins!.Value.HasValidKey.ShouldBeTrue();
    }

    [Fact]
    public void Given_an_admission_and_an_announcement_When_made_Then_both_speak_of_one_stay()
    {
        var admitted = Made("A01");
        var announced = Made("A16");
        announced.Stay!.Visit.ShouldBe(admitted.Stay!.Visit);
        announced.Movement!.Id.ShouldNotBe(admitted.Movement!.Id);
        announced.ControlId.ShouldNotBe(admitted.ControlId);
        var expected = TimeZoneInfo.ConvertTime(announced.ExpectedDischargeAt!.Instant, Hl7Timestamp.Paris);
        (expected.DayOfWeek, expected.TimeOfDay).ShouldBe((DayOfWeek.Friday, TimeSpan.FromHours(15)));
        announced.PlannedAt!.Instant.ShouldBe(announced.ExpectedDischargeAt.Instant);
        expected.ShouldBeInRange(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(8));
    }

    [Fact]
    public void Given_hours_When_an_announcement_is_made_Then_it_is_expected_then()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        Made("A16", hours: 20).ExpectedDischargeAt!.Instant.ShouldBeInRange(before.AddHours(20), DateTimeOffset.UtcNow.AddHours(20));
        Made("A01", hours: 96).ExpectedDischargeAt.ShouldNotBeNull();
        Made("A01").ExpectedDischargeAt.ShouldBeNull();
    }

    [Fact]
    public void Given_a_cancellation_When_made_Then_it_names_the_last_standing_movement_once()
    {
        var announced = Made("A16");
        Made("A25").Movement.ShouldSatisfyAllConditions(
            m => m!.Id.ShouldBe(announced.Movement!.Id), m => m!.Action.ShouldBe(MovementAction.Cancel), m => m!.OriginalTrigger.ShouldBe("A16"));
        Should.Throw<PamOrderException>(() => Made("A25"));
        var discharged = Made("A03");
        discharged.Stay!.DischargedAt.ShouldNotBeNull();
        var reopened = Made("A13");
        (reopened.Movement!.Id, reopened.Stay!.DischargedAt).ShouldBe((discharged.Movement!.Id, null));
    }

    [Fact]
    public void Given_several_stays_When_one_is_named_Then_the_message_speaks_of_it()
    {
        var first = Made("A01");
        var second = Made("A05");
        second.Stay!.Visit.ShouldNotBe(first.Stay!.Visit);
        Made("A02").Stay!.Visit.ShouldBe(second.Stay.Visit);
        Made("A16", stay: 1).Stay!.Visit.ShouldBe(first.Stay.Visit);
        Should.Throw<PamOrderException>(() => Made("A16", stay: 9));
    }

    [Fact]
    public void Given_a_correction_When_made_Then_it_updates_the_last_movement()
    {
        var announced = Made("A16", hours: 20);
        var corrected = Made("Z99", hours: 44);
        (corrected.Movement!.Id, corrected.Movement.Action, corrected.Movement.OriginalTrigger).ShouldBe((announced.Movement!.Id, MovementAction.Update, "A16"));
        corrected.ExpectedDischargeAt!.Instant.ShouldBeGreaterThan(announced.ExpectedDischargeAt!.Instant);
    }

    [Fact]
    public void Given_a_change_of_INS_When_made_Then_later_messages_carry_the_new_one()
    {
        var changed = Made("A47");
        changed.Previous!.Ins.ShouldBe(Person.Ins);
        changed.Person.Identifiers.Ins.ShouldNotBe(Person.Ins);
        Made("A01").Person.Identifiers.Ins.ShouldBe(changed.Person.Identifiers.Ins);
    }

    [Fact]
    public async Task Given_parallel_calls_When_made_Then_no_number_is_used_twice_and_no_stay_is_lost()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() =>
            new PamMessageFactory(hospital, new StayJournalFile(folder.FullName), TimeProvider.System).Make(Person, new PamOrder("A01")))));
        var read = made.Select(m => Er7.Readable(m, Er7.TestLink, DateTimeOffset.UtcNow)).ToArray();
        read.Select(m => m.ControlId).Distinct().Count().ShouldBe(24);
        read.Select(m => m.Movement!.Id).Distinct().Count().ShouldBe(24);
        read.Select(m => m.Stay!.Visit!.Value).Distinct().Count().ShouldBe(24);
        Made("A16", stay: 24).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2026-11-20T13:59:00Z", "2026-11-20T14:00:00Z")]
    [InlineData("2026-11-20T14:00:00Z", "2026-11-27T14:00:00Z")]
    [InlineData("2026-03-28T12:00:00Z", "2026-04-03T13:00:00Z")]
    public void Given_a_moment_When_asked_for_the_next_Friday_Then_it_is_15_00_in_Paris(string now, string expected) =>
        PamMessageFactory.NextFriday(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task Given_a_file_of_messages_When_sent_Then_each_acknowledgement_is_printed_and_the_exit_code_says_if_all_are_AA()
    {
        await using var peer = await MllpPeer.StartAsync(handler: (request, _) => Task.FromResult<ReadOnlyMemory<byte>?>(
            AckBuilder.Build(PamReader.Read(request.Message.Span, Er7.TestLink, DateTimeOffset.UtcNow), DateTimeOffset.UtcNow)));
        var good = Path.Combine(folder.FullName, "good.er7");
        await File.WriteAllTextAsync(good, factory.Make(Person, new PamOrder("A01")).Replace('\r', '\n') + "\n" + factory.Make(Person, new PamOrder("A16")));
        using var output = new StringWriter();
        var sender = new MessageSender(peer.Listener.EndPoint.Port, output, output);
        (await sender.SendAsync([good], CancellationToken.None)).ShouldBe(0);
        output.ToString().Split('\n').Count(l => l.StartsWith("AA ", StringComparison.Ordinal)).ShouldBe(2);

        var bad = Path.Combine(folder.FullName, "bad.er7");
        await File.WriteAllBytesAsync(bad, Encoding.UTF8.GetBytes(Er7.Text("sortie-zbe-decale")));
        (await sender.SendAsync([bad], CancellationToken.None)).ShouldBe(1);
        output.ToString().ShouldContain("E 101 ZBE^1^4 MOVEMENT_ACTION_MISSING");
        (await sender.SendAsync([Path.Combine(folder.FullName, "absent")], CancellationToken.None)).ShouldBe(1);
    }

    [Theory]
    [InlineData(0, "hl7", "example", "a01", "--person", "7")]
    [InlineData(1, "hl7", "example", "a13", "--person", "7")]
    [InlineData(1, "hl7", "example", "b01")]
    [InlineData(1, "hl7", "example", "a01", "--person", "99")]
    public void Given_a_command_line_When_run_Then_the_exit_code_is_right(int code, params string[] arguments)
    {
        var root = new System.CommandLine.RootCommand
        {
            Hl7Verbs.Create(k => k == 7 ? Person : throw new ArgumentOutOfRangeException(nameof(k), "no such demo person"), () => hospital, folder.FullName),
        };
        using var quiet = new StringWriter();
        root.Parse(arguments).Invoke(new() { Output = quiet, Error = quiet }).ShouldBe(code);
    }

    private static Ins InsOf(string matricule, string oid) => Ins.TryParse(matricule, oid, out var ins) ? ins : default;

    private AdtMessage Made(string trigger, int? stay = null, double? hours = null)
    {
        var text = factory.Make(Person, new PamOrder(trigger, stay, hours));
        var reading = Er7.Read(text, Er7.TestLink, DateTimeOffset.UtcNow);
        reading.Problems.ShouldBeEmpty(text);
        return reading.Message!;
    }
}
