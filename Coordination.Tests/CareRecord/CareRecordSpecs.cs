using System.Collections.Immutable;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CareRecord;

public sealed class CareRecordSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Referent = new(new Guid("a0000000-0000-4000-8000-000000000002"));
    private static readonly CommuneCode Commune = new("47001");
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly CareRecordOpened Opened = new(Person, Commune, Today);
    private static readonly InformationRecorded Informed = new(Today);
    private static readonly OppositionRecorded Opposed = new(SharingScope.HospitalAlerts);
    private static readonly CareRecordSuspended Suspended = new();

    private readonly Specification<Record, CareRecordEvent> _spec = new(Record.Evolve);

    [Fact]
    public void Given_nothing_When_opened_with_a_referent_Then_opened_and_assigned() =>
        _spec.When(new OpenCareRecord(Person, Commune, Referent, Today), OpenCareRecord.Decide)
            .Then(Opened, new ReferentAssigned(Referent));

    [Fact]
    public void Given_nothing_When_opened_without_a_referent_Then_only_opened() =>
        _spec.When(new OpenCareRecord(Person, Commune, null, Today), OpenCareRecord.Decide).Then(Opened);

    [Fact]
    public void Given_a_record_When_opened_again_Then_refused() =>
        _spec.Given(Opened).When(new OpenCareRecord(Person, Commune, null, Today), OpenCareRecord.Decide)
            .ThenRefused(new CareRecordAlreadyOpen());

    [Fact]
    public void Given_no_record_When_information_is_recorded_Then_refused() =>
        _spec.When(new RecordInformation(Today), RecordInformation.Decide).ThenRefused(new CareRecordNotFound());

    [Fact]
    public void Given_a_record_When_information_is_recorded_Then_recorded() =>
        _spec.Given(Opened).When(new RecordInformation(Today), RecordInformation.Decide).Then(Informed);

    [Fact]
    public void Given_an_informed_person_When_information_is_recorded_again_Then_nothing() =>
        _spec.Given(Opened, Informed).When(new RecordInformation(Today.AddDays(-3)), RecordInformation.Decide).ThenNothing();

    [Fact]
    public void Given_a_record_When_information_is_dated_tomorrow_in_a_zone_ahead_Then_recorded() =>
        _spec.Given(Opened).When(new RecordInformation(Today.AddDays(1)), RecordInformation.Decide)
            .Then(new InformationRecorded(Today.AddDays(1)));

    [Fact]
    public void Given_a_record_When_information_is_dated_after_tomorrow_Then_the_field_and_the_rule_are_named() =>
        _spec.Given(Opened).When(new RecordInformation(Today.AddDays(2)), RecordInformation.Decide)
            .ThenRefused(new InvalidCommand("on", "not in the future"));

    [Fact]
    public void Given_no_record_When_an_opposition_is_recorded_Then_refused() =>
        _spec.When(new RecordOpposition(SharingScope.HospitalAlerts), RecordOpposition.Decide).ThenRefused(new CareRecordNotFound());

    [Fact]
    public void Given_a_record_When_an_opposition_is_recorded_Then_recorded() =>
        _spec.Given(Opened).When(new RecordOpposition(SharingScope.HospitalAlerts), RecordOpposition.Decide).Then(Opposed);

    [Fact]
    public void Given_an_opposition_When_recorded_again_Then_nothing() =>
        _spec.Given(Opened, Opposed).When(new RecordOpposition(SharingScope.HospitalAlerts), RecordOpposition.Decide).ThenNothing();

    [Fact]
    public void Given_no_record_When_suspended_Then_refused() =>
        _spec.When(new SuspendCareRecord(), SuspendCareRecord.Decide).ThenRefused(new CareRecordNotFound());

    [Fact]
    public void Given_a_record_When_suspended_Then_suspended() =>
        _spec.Given(Opened).When(new SuspendCareRecord(), SuspendCareRecord.Decide).Then(Suspended);

    [Fact]
    public void Given_a_suspended_record_When_suspended_again_Then_nothing() =>
        _spec.Given(Opened, Suspended).When(new SuspendCareRecord(), SuspendCareRecord.Decide).ThenNothing();

    [Fact]
    public void Given_every_fact_When_folded_Then_the_whole_record() =>
        _spec.Given(Opened, new ReferentAssigned(Referent), Informed, Opposed, Suspended)
            .ThenState(new Record(Person, Commune, Referent, true, PersonRights.None with { Oppositions = ImmutableSortedSet.Create(SharingScope.HospitalAlerts) }, true));

    [Fact]
    public void Given_a_record_When_only_informed_Then_eligible()
    {
        Fold(Opened, Informed).IsEligible.ShouldBeTrue();
        Fold(Opened).IsEligible.ShouldBeFalse();
        Fold(Opened, Informed, Opposed).IsEligible.ShouldBeFalse();
        Fold(Opened, Informed, Suspended).IsEligible.ShouldBeFalse();
    }

    [Fact]
    public void Given_a_person_When_two_openings_meet_Then_one_id_per_person_and_territory()
    {
        var id = Record.IdOf(new TerritoryId("dac-47"), Person);
        id.ShouldBe(Record.IdOf(new TerritoryId("dac-47"), new PersonId(Person.Value)));
        id.ShouldNotBe(Record.IdOf(new TerritoryId("dac-17"), Person));
        id.ShouldNotBe(Record.IdOf(new TerritoryId("dac-47"), new PersonId(Referent.Value)));
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once()
    {
        var context = Specification<Record, CareRecordEvent>.Context;
        CommandSequences.DecideTwiceIsDecideOnce<Record, CareRecordEvent>(
            Record.Evolve,
            null,
            Step(new OpenCareRecord(Person, Commune, Referent, Today), OpenCareRecord.Decide),
            Step(new OpenCareRecord(Person, Commune, null, Today), OpenCareRecord.Decide),
            Step(new RecordInformation(Today), RecordInformation.Decide),
            Step(new RecordInformation(Today.AddDays(9)), RecordInformation.Decide),
            Step(new RecordOpposition(SharingScope.HospitalAlerts), RecordOpposition.Decide),
            Step(new SuspendCareRecord(), SuspendCareRecord.Decide));

        Step<Record> Step<T>(T command, Func<T, Record?, CommandContext, Decision> decide) where T : notnull =>
            new(command, state => decide(command, state, context));
    }

    [Fact]
    public void Given_a_command_without_ids_When_validated_Then_each_field_is_named() =>
        new OpenCareRecordValidator().Validate(new OpenCareRecord(default, default, null, Today)).Errors
            .Select(e => e.PropertyName).ShouldBe(["personId", "commune"]);

    [Fact]
    public void Given_a_whole_command_When_validated_Then_valid() =>
        new OpenCareRecordValidator().Validate(new OpenCareRecord(Person, Commune, null, Today)).IsValid.ShouldBeTrue();

    private static Record Fold(params CareRecordEvent[] facts) => facts.Aggregate((Record?)null, Record.Evolve)!;
}
