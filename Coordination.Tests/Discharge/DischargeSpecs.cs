using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Tests.Discharge;

public sealed class DischargeSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly Finess Hospital = new("470000019");
    private static readonly MovementId First = new("1001^CH"), Second = new("1002^CH");
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Saturday = Friday.AddDays(1);
    private static readonly HospitalStayOpened Opened = new(Person, Hospital, Monday, StayOrigin.Admission);
    private static readonly HospitalStayOpened OpenedByAnnouncement = Opened with { Origin = StayOrigin.Announcement };
    private static readonly DischargeEstimated Estimated = new(Hospital, Saturday);
    private static readonly DischargeAnnounced Announced = new(Hospital, Friday, First);
    private static readonly DischargeAnnouncementWithdrawn Withdrawn = new(Hospital, Second);

    private readonly Specification<Stay, DischargeEvent> _spec = new(Stay.Evolve);

    [Fact]
    public void Given_nothing_When_admitted_Then_the_stay_is_open() =>
        _spec.When(new RecordAdmission(Person, Hospital, Monday, null), RecordAdmission.Decide).Then(Opened);

    [Fact]
    public void Given_nothing_When_admitted_with_an_estimate_Then_the_stay_and_the_estimate() =>
        _spec.When(new RecordAdmission(Person, Hospital, Monday, Saturday), RecordAdmission.Decide).Then(Opened, Estimated);

    [Fact]
    public void Given_a_stay_When_the_same_admission_is_told_again_Then_nothing() =>
        _spec.Given(Opened, Estimated).When(new RecordAdmission(Person, Hospital, Monday, Saturday), RecordAdmission.Decide).ThenNothing();

    [Fact]
    public void Given_a_stay_of_unknown_start_When_admission_is_told_late_Then_the_start_is_known() =>
        _spec.Given(new HospitalStayOpened(Person, Hospital, null), Announced)
            .When(new RecordAdmission(Person, Hospital, Monday, null), RecordAdmission.Decide).Then(Opened);

    [Fact]
    public void Given_a_stay_When_admission_is_told_without_a_time_Then_nothing() =>
        _spec.Given(Opened).When(new RecordAdmission(Person, Hospital, null, null), RecordAdmission.Decide).ThenNothing();

    [Fact]
    public void Given_an_announced_discharge_When_an_estimate_comes_late_Then_the_announcement_stands() =>
        _spec.Given(Opened, Announced).When(new RecordAdmission(Person, Hospital, Monday, Saturday), RecordAdmission.Decide).ThenNothing();

    [Fact]
    public void Given_a_withdrawn_announcement_When_an_estimate_comes_Then_it_is_recorded() =>
        _spec.Given(Opened, Announced, Withdrawn)
            .When(new RecordAdmission(Person, Hospital, Monday, Saturday), RecordAdmission.Decide).Then(Estimated);

    [Fact]
    public void Given_an_unknown_stay_When_a_discharge_is_announced_Then_the_stay_is_opened_from_the_message() =>
        _spec.When(Announce(Friday, First), AnnounceDischarge.Decide).Then(OpenedByAnnouncement, Announced);

    [Fact]
    public void Given_a_stay_When_a_discharge_is_announced_Then_announced() =>
        _spec.Given(Opened, Estimated).When(Announce(Friday, First), AnnounceDischarge.Decide).Then(Announced);

    [Fact]
    public void Given_an_announced_discharge_When_announced_for_the_same_instant_in_another_zone_Then_nothing() =>
        _spec.Given(Opened, Announced).When(Announce(Friday.ToUniversalTime(), Second), AnnounceDischarge.Decide).ThenNothing();

    [Fact]
    public void Given_an_announced_discharge_When_announced_for_another_date_Then_rescheduled() =>
        _spec.Given(Opened, Announced).When(Announce(Saturday, Second), AnnounceDischarge.Decide)
            .Then(new DischargeRescheduled(Hospital, Saturday, Second));

    [Fact]
    public void Given_a_withdrawn_announcement_When_announced_again_Then_announced() =>
        _spec.Given(Opened, Announced, Withdrawn).When(Announce(Friday, First), AnnounceDischarge.Decide).Then(Announced);

    [Fact]
    public void Given_an_announced_discharge_When_withdrawn_under_another_movement_Then_withdrawn() =>
        _spec.Given(Opened, Announced)
            .When(new WithdrawDischargeAnnouncement(Second), WithdrawDischargeAnnouncement.Decide).Then(Withdrawn);

    [Fact]
    public void Given_an_unknown_stay_When_withdrawn_Then_refused() =>
        _spec.When(new WithdrawDischargeAnnouncement(First), WithdrawDischargeAnnouncement.Decide).ThenRefused(new NothingToWithdraw());

    [Fact]
    public void Given_only_an_estimate_When_withdrawn_Then_refused() =>
        _spec.Given(Opened, Estimated)
            .When(new WithdrawDischargeAnnouncement(First), WithdrawDischargeAnnouncement.Decide).ThenRefused(new NothingToWithdraw());

    [Fact]
    public void Given_an_estimate_When_folded_Then_its_reliability_is_known() =>
        _spec.Given(Opened, Estimated).ThenState(
            new Stay(Person, Hospital, Monday, DischargeStatus.Admitted, Saturday, DateReliability.EstimatedAtAdmission, null) { Origin = StayOrigin.Admission });

    [Fact]
    public void Given_an_estimate_after_an_announcement_When_folded_Then_the_announcement_stands() =>
        _spec.Given(Opened, Announced, Estimated).ThenState(
            new Stay(Person, Hospital, Monday, DischargeStatus.Announced, Friday, DateReliability.Announced, First) { Origin = StayOrigin.Admission });

    [Fact]
    public void Given_a_reopening_without_a_time_When_folded_Then_the_known_admission_stays() =>
        _spec.Given(Opened, new HospitalStayOpened(Person, Hospital, null)).ThenState(
            new Stay(Person, Hospital, Monday, DischargeStatus.Admitted, null, null, null) { Origin = StayOrigin.Admission });

    [Fact]
    public void Given_a_rescheduled_then_withdrawn_discharge_When_folded_Then_the_stay_goes_on() =>
        _spec.Given(Opened, Announced, new DischargeRescheduled(Hospital, Saturday, Second), Withdrawn).ThenState(
            new Stay(Person, Hospital, Monday, DischargeStatus.Admitted, null, null, null) { Origin = StayOrigin.Admission });

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once()
    {
        var context = Specification<Stay, DischargeEvent>.Context;
        CommandSequences.DecideTwiceIsDecideOnce<Stay, DischargeEvent>(
            Stay.Evolve,
            stay => (stay.Status is DischargeStatus.Announced).ShouldBe(stay.Announcement is not null),
            Step(new RecordAdmission(Person, Hospital, Monday, null), RecordAdmission.Decide),
            Step(new RecordAdmission(Person, Hospital, null, Saturday), RecordAdmission.Decide),
            Step(new RecordAdmission(Person, Hospital, Monday.AddHours(1), Friday), RecordAdmission.Decide),
            Step(Announce(Friday, First), AnnounceDischarge.Decide),
            Step(Announce(Saturday, Second), AnnounceDischarge.Decide),
            Step(new WithdrawDischargeAnnouncement(First), WithdrawDischargeAnnouncement.Decide));

        Step<Stay> Step<T>(T command, Func<T, Stay?, CommandContext, Decision> decide) where T : notnull =>
            new(command, state => decide(command, state, context));
    }

    private static AnnounceDischarge Announce(DateTimeOffset at, MovementId movement) => new(Person, Hospital, Monday, at, movement);
}
