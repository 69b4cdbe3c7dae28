using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Tests.Discharge;

/// <summary>What is announced, needed, confirmed and done, decision by decision.</summary>
public sealed class ReturnHomeSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Me = new(new Guid("a0000000-0000-4000-8000-000000000001"));
    private static readonly Finess Hospital = new("470000019");
    private static readonly CommuneCode Agen = new("47001");
    private static readonly MovementId Movement = new("1001^CH");
    private static readonly ProviderNumber Nurse = new("10000000017");
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Evening = Friday.AddHours(3);
    private static readonly HospitalStayOpened Opened = new(Person, Hospital, null, StayOrigin.SocialService, Agen);
    private static readonly DischargeAnnounced Announced = new(Hospital, Friday, null, DateReliability.Announced, Me);
    private static readonly ReturnNeedsStated Needs = new(Hospital, [CareNeed.Nursing], Me);
    private static readonly ArrangementConfirmed Confirmed = new(Hospital, CareNeed.Nursing, Nurse, ConfirmationChannel.Phone, Evening, Text("Mme Ferrand"));

    private readonly Specification<Stay, DischargeEvent> _spec = new(Stay.Evolve);

    [Fact]
    public void Given_nothing_When_the_social_service_announces_Then_stay_date_destination_needs_and_contacts() =>
        _spec.When(Form(), AnnounceReturn.Decide).Then(
            Opened, Announced, new DestinationStated(Hospital, DischargeDestination.Home), Needs, new ReturnContactsStated(Hospital, Text("Chirurgie"), null));

    [Fact]
    public void Given_an_announcement_When_only_the_date_changes_Then_only_that_is_said() =>
        _spec.Given(Opened, Announced, new DestinationStated(Hospital, DischargeDestination.Home), Needs, new ReturnContactsStated(Hospital, Text("Chirurgie"), null))
            .When(Form() with { ExpectedAt = Friday.AddDays(1) }, AnnounceReturn.Decide)
            .Then(new DischargeRescheduled(Hospital, Friday.AddDays(1), null, DateReliability.Announced, Me));

    [Fact]
    public void Given_a_stay_that_is_over_When_announced_Then_refused() =>
        _spec.Given(Opened, Announced, new PersonDischarged(Hospital, Friday, null, Movement)).When(Form(), AnnounceReturn.Decide).ThenRefused(new StayOver());

    [Fact]
    public void Given_a_date_more_than_a_day_past_When_announced_Then_refused() =>
        _spec.When(Form() with { ExpectedAt = Specification<Stay, DischargeEvent>.Context.Now.AddHours(-25) }, AnnounceReturn.Decide).ThenRefused(new DischargeDatePast());

    [Fact]
    public void Given_a_date_a_day_past_that_was_announced_before_When_the_rest_is_completed_Then_it_is_accepted()
    {
        var context = Specification<Stay, DischargeEvent>.Context with { Now = Friday.AddDays(2) };
        _spec.Given(Opened, Announced, new DestinationStated(Hospital, DischargeDestination.Home))
            .When(Form() with { ServiceContact = null }, AnnounceReturn.Decide, context).Then(Needs);
    }

    [Fact]
    public void Given_no_stay_When_confirmed_or_assessed_or_discharged_Then_refused()
    {
        _spec.When(Confirm(), ConfirmArrangement.Decide).ThenRefused(new DischargeNotFound());
        _spec.When(new AssessReturnNeeds([]), AssessReturnNeeds.Decide).ThenRefused(new DischargeNotFound());
        _spec.When(new RecordDischarge(Friday, null, Movement), RecordDischarge.Decide).ThenRefused(new StayUnknown());
        _spec.When(new CancelDischarge(Movement), CancelDischarge.Decide).ThenRefused(new StayUnknown());
        _spec.When(new RecordLeave(true, Movement), RecordLeave.Decide).ThenRefused(new StayUnknown());
        _spec.When(new CancelHospitalStay(Movement, StayCancellation.AdmissionCancelled), CancelHospitalStay.Decide).ThenRefused(new StayUnknown());
    }

    [Fact]
    public void Given_a_stated_need_When_confirmed_Then_who_how_and_when_are_kept() =>
        _spec.Given(Opened, Announced, Needs).When(Confirm(), ConfirmArrangement.Decide).Then(Confirmed);

    [Fact]
    public void Given_a_confirmation_When_said_again_Then_nothing_unless_the_date_moved()
    {
        _spec.Given(Opened, Announced, Needs, Confirmed).When(Confirm(), ConfirmArrangement.Decide).ThenNothing();
        _spec.Given(new DischargeRescheduled(Hospital, Friday.AddHours(2), null)).When(Confirm(), ConfirmArrangement.Decide).Then(Confirmed);
    }

    [Fact]
    public void Given_an_announced_date_When_nursing_would_begin_long_before_Then_refused_but_equipment_may() =>
        _spec.Given(Opened, Announced, Needs).When(Confirm() with { FirstVisitAt = Friday.AddHours(-25) }, ConfirmArrangement.Decide)
            .ThenRefused(new FirstVisitBeforeDischarge());

    [Fact]
    public void Given_equipment_When_it_comes_days_before_Then_it_is_accepted() =>
        _spec.Given(Opened, Announced, Needs).When(Confirm() with { Need = CareNeed.Equipment, FirstVisitAt = Friday.AddDays(-3) }, ConfirmArrangement.Decide)
            .Then(Confirmed with { Need = CareNeed.Equipment, FirstVisitAt = Friday.AddDays(-3) });

    [Fact]
    public void Given_a_need_still_open_When_the_discharge_takes_place_Then_the_fact_is_recorded() =>
        _spec.Given(Opened, Announced, Needs).When(new RecordDischarge(Friday, DischargeDestination.Home, Movement), RecordDischarge.Decide)
            .Then(new PersonDischarged(Hospital, Friday, DischargeDestination.Home, Movement));

    [Fact]
    public void Given_a_discharge_When_cancelled_Then_the_announcement_stands_again_with_what_was_confirmed() =>
        _spec.Given(Opened, Announced, Needs, Confirmed, new PersonDischarged(Hospital, Friday, DischargeDestination.Death, Movement), new DischargeCancelled(Hospital, Movement))
            .ThenState(new Stay(Person, Hospital, null, DischargeStatus.Announced, Friday, DateReliability.Announced, null)
            {
                Origin = StayOrigin.SocialService, Commune = Agen, AnnouncedBy = Me,
                Plan = new([CareNeed.Nursing], [new(CareNeed.Nursing, Nurse, ConfirmationChannel.Phone, Evening, Friday, Text("Mme Ferrand"))]),
            });

    [Fact]
    public void Given_a_withdrawn_confirmation_When_folded_Then_the_need_is_open_again()
    {
        _spec.Given(Opened, Announced, Needs, Confirmed).When(new WithdrawArrangement(CareNeed.Nursing, "malade"), WithdrawArrangement.Decide)
            .Then(new ArrangementWithdrawn(Hospital, CareNeed.Nursing, Text("malade")));
        _spec.Given(new ArrangementWithdrawn(Hospital, CareNeed.Nursing, Text("malade")))
            .When(new WithdrawArrangement(CareNeed.Nursing, "malade"), WithdrawArrangement.Decide).ThenRefused(new NothingConfirmed());
    }

    [Fact]
    public void Given_an_announcement_When_two_coordinators_see_it_Then_the_first_one_counts()
    {
        _spec.Given(Opened, Announced).When(new MarkAnnouncementSeen(), MarkAnnouncementSeen.Decide).Then(new AnnouncementSeen(Hospital, Me));
        _spec.Given(new AnnouncementSeen(Hospital, Me)).When(new MarkAnnouncementSeen(), MarkAnnouncementSeen.Decide).ThenNothing();
    }

    [Fact]
    public void Given_a_stay_opened_by_the_social_service_When_the_feed_speaks_Then_its_visit_is_known()
    {
        var visit = new Guid("c0000000-0000-4000-8000-000000000009");
        _spec.Given(Opened, Announced).When(new RecordAdmission(Person, Hospital, Friday.AddDays(-3), null) { Visit = visit }, RecordAdmission.Decide)
            .Then(new HospitalStayOpened(Person, Hospital, Friday.AddDays(-3), StayOrigin.Admission), new VisitIdentified(Hospital, visit));
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once()
    {
        var context = Specification<Stay, DischargeEvent>.Context;
        CommandSequences.DecideTwiceIsDecideOnce<Stay, DischargeEvent>(
            Stay.Evolve,
            stay => (stay.Status is DischargeStatus.Discharged).ShouldBe(stay.Status is DischargeStatus.Discharged && stay.DischargedAt is not null),
            Step(Form(), AnnounceReturn.Decide),
            Step(Form() with { ExpectedAt = Friday.AddDays(1), Needs = [] }, AnnounceReturn.Decide),
            Step(new RecordAdmission(Person, Hospital, Friday.AddDays(-4), Friday), RecordAdmission.Decide),
            Step(new AnnounceDischarge(Person, Hospital, null, Friday, Movement), AnnounceDischarge.Decide),
            Step(Confirm(), ConfirmArrangement.Decide),
            Step(new WithdrawDischargeAnnouncement(Movement), (WithdrawDischargeAnnouncement c, Stay? s, CommandContext x) => s is { Status: DischargeStatus.Announced } ? WithdrawDischargeAnnouncement.Decide(c, s, x) : Decision.Nothing),
            Step(new AssessReturnNeeds([CareNeed.Meals]), AssessReturnNeeds.Decide),
            Step(new StateDestination(DischargeDestination.Rehabilitation), StateDestination.Decide),
            Step(new MarkAnnouncementSeen(), MarkAnnouncementSeen.Decide),
            Step(new TakeDischarge(Me), TakeDischarge.Decide),
            Step(new RecordLeave(true, Movement), RecordLeave.Decide),
            Step(new RecordLeave(false, Movement), RecordLeave.Decide),
            Step(new CancelHospitalStay(Movement, StayCancellation.AdmissionCancelled), CancelHospitalStay.Decide),
            Step(new RecordDischarge(Friday, DischargeDestination.Home, Movement), RecordDischarge.Decide));

        Step<Stay> Step<T>(T command, Func<T, Stay?, CommandContext, Decision> decide) where T : notnull => new(command, state => decide(command, state, context));
    }

    private static Protected<string> Text(string text) => Protected<string>.Of(Person, text);

    private static AnnounceReturn Form() =>
        new(Person, Hospital, Agen, Friday, DateReliability.Announced, DischargeDestination.Home, [CareNeed.Nursing], "Chirurgie", null);

    private static ConfirmArrangement Confirm() => new(CareNeed.Nursing, Nurse, ConfirmationChannel.Phone, Evening, "Mme Ferrand");
}
