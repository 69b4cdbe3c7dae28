using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Journeys;
using Coordination.Tests.Kernel;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CareRecord;

/// <summary>The life of a record: intensity, referent and deputy, standby, closure, reopening (DOMAIN AG4, §5.2 AC4 and AC5).</summary>
public sealed class CareRecordLifeSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Referent = new(new Guid("a0000000-0000-4000-8000-000000000002"));
    private static readonly ProfessionalId Colleague = new(new Guid("a0000000-0000-4000-8000-000000000005"));
    private static readonly CommandContext Context = Specification<Record, CareRecordEvent>.Context;
    private static readonly DateOnly Today = Context.Today;
    private static readonly CareRecordOpened Opened = new(Person, new CommuneCode("47001"), Today.AddDays(-200));
    private static readonly ReferentAssigned Assigned = new(Referent);
    private static readonly IntensityChanged Sustained = new(FollowUpIntensity.Sustained);
    private static readonly CloseCareRecord Close = new(ClosingReason.ObjectivesReached, Today, true, false, null, []);
    private static readonly CareRecordClosed Closed = new(ClosingReason.ObjectivesReached, Today, true, false, null);
    private static readonly ClosingBlocker Plan = new(BlockerKind.CarePlan, new Guid("e0000000-0000-4000-8000-000000000001"));
    private static readonly ClosingBlocker Alert = new(BlockerKind.UrgentAlert, new Guid("e0000000-0000-4000-8000-000000000002"));

    private readonly Specification<Record, CareRecordEvent> _spec = new(Record.Evolve);

    [Fact]
    public void Given_no_referent_When_an_intensity_is_stated_Then_refused() =>
        _spec.Given(Opened).When(new ChangeIntensity(FollowUpIntensity.Sustained, true), ChangeIntensity.Decide).ThenRefused(new ReferentMissing());

    [Fact]
    public void Given_no_physician_and_nothing_said_of_it_When_an_intensity_is_stated_Then_refused() =>
        _spec.Given(Opened, Assigned).When(new ChangeIntensity(FollowUpIntensity.Sustained, false), ChangeIntensity.Decide).ThenRefused(new PhysicianNotStated());

    [Fact]
    public void Given_it_is_stated_that_there_is_no_physician_When_an_intensity_is_stated_Then_active() =>
        _spec.Given(Opened, Assigned, new PhysicianAbsenceStated(Today)).When(new ChangeIntensity(FollowUpIntensity.Sustained, false), ChangeIntensity.Decide).Then(Sustained);

    [Fact]
    public void Given_an_active_record_When_the_same_intensity_is_stated_Then_nothing() =>
        _spec.Given(Opened, Assigned, Sustained).When(new ChangeIntensity(FollowUpIntensity.Sustained, true), ChangeIntensity.Decide).ThenNothing();

    [Fact]
    public void Given_a_deputy_When_made_referent_Then_deputy_no_longer() =>
        _spec.Given(Opened, Assigned, new DeputyAssigned(Colleague)).When(new AssignReferent(Colleague), AssignReferent.Decide)
            .Then(new ReferentAssigned(Colleague), new DeputyAssigned(null));

    [Fact]
    public void Given_a_referent_When_named_deputy_Then_refused() =>
        _spec.Given(Opened, Assigned).When(new AssignDeputy(Referent), AssignDeputy.Decide).ThenRefused(new DeputyIsReferent());

    [Fact]
    public void Given_a_deputy_When_nobody_is_named_Then_the_place_is_empty() =>
        _spec.Given(Opened, new DeputyAssigned(Colleague)).When(new AssignDeputy(null), AssignDeputy.Decide).Then(new DeputyAssigned(null));

    [Fact]
    public void Given_a_physician_in_the_team_When_her_absence_is_stated_Then_refused() =>
        _spec.Given(Opened).When(new StatePhysicianAbsence(Today, true), StatePhysicianAbsence.Decide).ThenRefused(new InvalidCommand("on", "PHYSICIAN_IN_TEAM"));

    [Fact]
    public void Given_a_standby_When_taken_up_again_Then_active_as_before()
    {
        _spec.Given(Opened, Assigned, Sustained, new CareRecordPutOnStandby(Today.AddDays(30))).When(new ReactivateCareRecord(), ReactivateCareRecord.Decide).Then(new CareRecordReactivated());
        Fold(Opened, Assigned, Sustained, new CareRecordPutOnStandby(null), new CareRecordReactivated()).Life
            .ShouldBe(CareRecordLife.Opened with { Status = RecordStatus.Active, Intensity = FollowUpIntensity.Sustained });
    }

    [Fact]
    public void Given_a_day_gone_When_put_on_standby_until_then_Then_refused() =>
        _spec.Given(Opened).When(new PutOnStandby(Today), PutOnStandby.Decide).ThenRefused(new InvalidCommand("until", "IN_THE_FUTURE"));

    [Fact]
    public void Given_something_open_When_closed_Then_refused_with_exactly_that() =>
        _spec.Given(Opened).When(Close with { Blockers = [Plan, Alert] }, CloseCareRecord.Decide).ThenRefused(new CareRecordNotClosable([Plan, Alert]));

    [Fact]
    public void Given_an_open_plan_and_an_alert_When_a_manager_closes_without_plan_Then_the_alert_still_stands_in_the_way() =>
        _spec.Given(Opened).When(Close with { Blockers = [Plan, Alert], WithoutPlan = true }, CloseCareRecord.Decide).ThenRefused(new CareRecordNotClosable([Alert]));

    [Fact]
    public void Given_a_death_When_closed_Then_nothing_stands_in_the_way_and_nobody_is_told() =>
        _spec.Given(Opened).When(Close with { Reason = ClosingReason.Death, PersonInformed = false, Blockers = [Plan, Alert] }, CloseCareRecord.Decide)
            .Then(Closed with { Reason = ClosingReason.Death, PersonInformed = false });

    [Fact]
    public void Given_a_person_not_told_When_closed_Then_the_field_is_named() =>
        _spec.Given(Opened).When(Close with { PersonInformed = false }, CloseCareRecord.Decide).ThenRefused(new InvalidCommand("personInformed", "PERSON_TO_BE_INFORMED"));

    [Fact]
    public void Given_a_day_to_come_When_closed_Then_the_field_is_named() =>
        _spec.Given(Opened).When(Close with { On = Today.AddDays(1) }, CloseCareRecord.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));

    [Fact]
    public void Given_a_closed_record_When_anything_is_changed_Then_refused()
    {
        var state = Fold(Opened, Assigned, Sustained, Closed);
        state.IsEligible.ShouldBeFalse("no hospital message enters a closed record");
        AssignReferent.Decide(new(Colleague), state, Context).Error.ShouldBe(new CareRecordIsClosed());
        AssignDeputy.Decide(new(Colleague), state, Context).Error.ShouldBe(new CareRecordIsClosed());
        ChangeIntensity.Decide(new(FollowUpIntensity.Intensive, true), state, Context).Error.ShouldBe(new CareRecordIsClosed());
        PutOnStandby.Decide(new(null), state, Context).Error.ShouldBe(new CareRecordIsClosed());
        CloseCareRecord.Decide(Close, state, Context).ShouldBe(Decision.Nothing);
    }

    [Theory]
    [Trait(Criteria.Name, "5.2 AC5")]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void Given_a_closed_record_When_reopened_Then_within_90_days_only(int days, bool reopened)
    {
        var spec = _spec.Given(Opened, Assigned, Sustained, Closed with { On = Today.AddDays(-days) }).When(new ReopenCareRecord(null), ReopenCareRecord.Decide);
        if (reopened) spec.Then(new CareRecordReopened(null));
        else spec.ThenRefused(new ReopeningTooLate(Today.AddDays(-days)));
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public void Given_a_closed_record_When_opened_anew_Then_only_after_90_days_with_what_the_person_decided(int days, bool opened)
    {
        var spec = _spec.Given(Opened, Assigned, new OppositionRecorded(SharingScope.MentalHealth), Sustained, Closed with { On = Today.AddDays(-days) })
            .When(new OpenCareRecord(Person, new("47001"), null, Today), OpenCareRecord.Decide);
        if (!opened)
        {
            spec.ThenRefused(new CareRecordAlreadyOpen());
            return;
        }

        spec.Then(new CareRecordOpened(Person, new("47001"), Today));
        var again = Fold(Opened, Assigned, new OppositionRecorded(SharingScope.MentalHealth), Sustained, Closed, new CareRecordOpened(Person, new("47001"), Today));
        again.Life.ShouldBe(CareRecordLife.Opened);
        again.Rights.Opposes(SharingScope.MentalHealth).ShouldBeTrue();
    }

    [Fact]
    public void Given_a_fact_of_somebody_else_When_corrected_Then_refused() =>
        _spec.Given(Opened).When(new CorrectFact(Guid.NewGuid(), "x", false), CorrectFact.Decide).ThenRefused(new FactNotFound());

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() =>
        CommandSequences.DecideTwiceIsDecideOnce<Record, CareRecordEvent>(
            Record.Evolve,
            record => (record.Life.Status is RecordStatus.Active && record.Life.Intensity is null).ShouldBeFalse(),
            Step(new OpenCareRecord(Person, new("47001"), null, Today.AddDays(-200)), OpenCareRecord.Decide),
            Step(new AssignReferent(Referent), AssignReferent.Decide),
            Step(new AssignReferent(Colleague), AssignReferent.Decide),
            Step(new AssignDeputy(Colleague), AssignDeputy.Decide),
            Step(new AssignDeputy(null), AssignDeputy.Decide),
            Step(new StatePhysicianAbsence(Today, false), StatePhysicianAbsence.Decide),
            Step(new ChangeIntensity(FollowUpIntensity.Intensive, false), ChangeIntensity.Decide),
            Step(new ChangeIntensity(FollowUpIntensity.Punctual, true), ChangeIntensity.Decide),
            Step(new PutOnStandby(Today.AddDays(9)), PutOnStandby.Decide),
            Step(new ReactivateCareRecord(), ReactivateCareRecord.Decide),
            Step(Close, CloseCareRecord.Decide),
            Step(new ReopenCareRecord(null), ReopenCareRecord.Decide));

    private static Record Fold(params CareRecordEvent[] facts) => facts.Aggregate((Record?)null, Record.Evolve)!;

    private static Step<Record> Step<T>(T command, Func<T, Record?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Context));
}
