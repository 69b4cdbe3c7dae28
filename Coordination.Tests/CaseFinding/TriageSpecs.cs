using Coordination.Domain.CareRecord;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using static Coordination.Tests.CaseFinding.TriageWorld;

namespace Coordination.Tests.CaseFinding;

/// <summary>Requests of any origin, who looks at them, and what is found out (DOMAIN AG3).</summary>
public sealed class TriageSpecs
{
    [Fact]
    public void Given_nothing_When_a_call_is_recorded_Then_it_is_in_the_queue_with_its_deadline() => Given().When(Ask, AskForSupport.Decide).Then(Asked);

    [Fact]
    public void Given_a_recorded_call_When_sent_again_Then_nothing() => Given(Asked).When(Ask, AskForSupport.Decide).ThenNothing();

    [Fact]
    public void Given_a_person_who_opposes_or_nobody_When_somebody_is_named_Then_refused()
    {
        Given().When(Ask with { Information = PersonInformation.Opposed }, AskForSupport.Decide).ThenRefused(new AnonymousRequestNamesSomebody());
        Given().When(Ask with { Person = null, Described = "ESSAI Marie" }, AskForSupport.Decide).ThenRefused(new AnonymousRequestNamesSomebody());
    }

    [Fact]
    public void Given_nobody_named_When_a_call_is_recorded_Then_its_texts_are_sealed_for_the_request_itself() =>
        Given().When(Ask with { Person = null, Seal = Nobody, Information = PersonInformation.NotCollected, RequesterName = null }, AskForSupport.Decide).Then(Anonymous);

    [Fact]
    public void Given_another_reason_without_words_or_days_that_cannot_be_When_recorded_Then_the_field_is_named()
    {
        Given().When(Ask with { Reason = RequestReason.Other, Narrative = " " }, AskForSupport.Decide).ThenRefused(new InvalidCommand("narrative", "REQUIRED"));
        Given().When(Ask with { InformedOn = Context.Today.AddDays(1) }, AskForSupport.Decide).ThenRefused(new InvalidCommand("informedOn", "NOT_IN_FUTURE"));
        Given().When(Ask with { WantedBy = Context.Today.AddDays(-1) }, AskForSupport.Decide).ThenRefused(new InvalidCommand("wantedBy", "NOT_IN_PAST"));
    }

    [Theory]
    [InlineData("2026-11-23T09:15", RequestUrgency.Critical, "2026-11-23T10:15")]
    [InlineData("2026-11-20T09:15", RequestUrgency.Urgent, "2026-11-23T09:15")]
    [InlineData("2026-11-21T15:00", RequestUrgency.Urgent, "2026-11-24T00:00")]
    [InlineData("2026-11-09T09:15", RequestUrgency.Normal, "2026-11-13T09:15")]
    [InlineData("2026-12-25T09:15", RequestUrgency.Normal, "2026-12-31T00:00")]
    public void Given_an_urgency_When_received_Then_the_first_answer_is_due_in_working_days(string received, RequestUrgency urgency, string due)
    {
        var calendar = WorkingCalendar.Of(HolidayRegime.Metropolitan);
        DateTimeOffset At(string local) => calendar.FromLocal(DateOnly.FromDateTime(DateTime.Parse(local, null)), TimeOnly.FromDateTime(DateTime.Parse(local, null)));
        FirstAnswer.DueAt(urgency, At(received), HolidayRegime.Metropolitan).ShouldBe(At(due));
    }

    [Fact]
    public void Given_a_request_When_assigned_Then_it_is_that_colleagues_And_put_back_anybodys()
    {
        Given(Asked).When(new AssignRequest(Other), AssignRequest.Decide).Then(new SupportRequestAssigned(null, Other));
        Given(Asked, new SupportRequestAssigned(null, Other)).When(new AssignRequest(Other), AssignRequest.Decide).ThenNothing();
        Given(Asked, new SupportRequestAssigned(null, Other)).When(new TakeSupportRequest(), TakeSupportRequest.Decide).ThenRefused(new SupportRequestAlreadyTaken(Other));
        Fold(Asked, new SupportRequestAssigned(null, Other), new SupportRequestAssigned(null, null)).Status.ShouldBe(RequestStatus.Received);
        Given(Asked, Answered).When(new AssignRequest(Other), AssignRequest.Decide).ThenRefused(new SupportRequestDecidedAlready());
    }

    [Fact]
    public void Given_a_request_When_snoozed_Then_until_a_day_to_come_within_a_year_And_taking_it_wakes_it()
    {
        var until = Context.Today.AddDays(7);
        var snoozed = new SupportRequestSnoozed(null, until, AwaitedFrom.Physician);
        Given(Asked).When(new SnoozeRequest(until, AwaitedFrom.Physician), SnoozeRequest.Decide).Then(snoozed);
        Given(Asked, snoozed).When(new SnoozeRequest(until, AwaitedFrom.Physician), SnoozeRequest.Decide).ThenNothing();
        Given(Asked).When(new SnoozeRequest(Context.Today, null), SnoozeRequest.Decide).ThenRefused(new InvalidCommand("until", "IN_THE_FUTURE"));
        Given(Asked).When(new SnoozeRequest(Context.Today.AddDays(400), null), SnoozeRequest.Decide).ThenRefused(new InvalidCommand("until", "WITHIN_A_YEAR"));
        Given(Asked, new SupportRequestTaken(null, Other)).When(new SnoozeRequest(until, null), SnoozeRequest.Decide).ThenRefused(new SupportRequestAlreadyTaken(Other));
        Given(Asked, new SupportRequestTaken(null, Me), snoozed).When(new TakeSupportRequest(), TakeSupportRequest.Decide).Then(new SupportRequestTaken(null, Me));
        Fold(Asked, snoozed, new SupportRequestTaken(null, Me)).SnoozedUntil.ShouldBeNull();
    }

    [Fact]
    public void Given_a_request_When_requalified_Then_the_deadline_follows_And_what_is_late_stays_late()
    {
        Given(Asked).When(new RequalifyRequest(Person, RequestUrgency.Critical, " Chute. ", HolidayRegime.Metropolitan), RequalifyRequest.Decide)
            .Then(new SupportRequestRequalified(null, RequestUrgency.Critical, Context.Now.AddHours(1), Sealed("Chute.")));
        Given(Asked).When(new RequalifyRequest(Person, RequestUrgency.Normal, null, HolidayRegime.Metropolitan), RequalifyRequest.Decide).ThenNothing();
        var late = After(TimeSpan.FromDays(10));
        Given(Asked).When(new RequalifyRequest(Person, RequestUrgency.Urgent, null, HolidayRegime.Metropolitan), RequalifyRequest.Decide, late)
            .Then(new SupportRequestRequalified(null, RequestUrgency.Urgent, Asked.DueAt, null));
    }

    [Fact]
    public void Given_a_request_When_rated_Then_once_per_rating()
    {
        Given(Asked).When(new RateRequest(SituationComplexity.Complex), RateRequest.Decide).Then(new SupportRequestRated(null, SituationComplexity.Complex));
        Given(Asked, new SupportRequestRated(null, SituationComplexity.Complex)).When(new RateRequest(SituationComplexity.Complex), RateRequest.Decide).ThenNothing();
    }

    [Fact]
    public void Given_an_anonymous_request_When_identity_is_added_Then_information_is_asked_for_first()
    {
        Given(Anonymous).When(new CommunicateIdentity(Person), CommunicateIdentity.Decide).ThenRefused(new RequestInformationMissing());
        var told = new RequestInformationRecorded(null, PersonInformation.Informed, Context.Today, ConsentMeans.Oral);
        Given(Anonymous).When(new RecordRequestInformation(PersonInformation.Informed, Context.Today, ConsentMeans.Oral), RecordRequestInformation.Decide).Then(told);
        Given(Anonymous, told).When(new CommunicateIdentity(Person), CommunicateIdentity.Decide).Then(new RequestIdentityCommunicated(null, Person));
        Given(Anonymous, told, new RequestIdentityCommunicated(null, Person)).When(new CommunicateIdentity(Person), CommunicateIdentity.Decide).ThenNothing();
        Given(Asked).When(new CommunicateIdentity(Nobody), CommunicateIdentity.Decide).ThenRefused(new InvalidCommand("person", "ALREADY_NAMED"));
        Given(Anonymous, told with { Information = PersonInformation.Opposed }).When(new CommunicateIdentity(Person), CommunicateIdentity.Decide).ThenRefused(new RequestPersonOpposes());
    }

    [Fact]
    public void Given_what_says_nothing_or_a_day_to_come_When_information_is_recorded_Then_refused()
    {
        Given(Anonymous).When(new RecordRequestInformation(PersonInformation.NotCollected, Context.Today, ConsentMeans.Oral), RecordRequestInformation.Decide)
            .ThenRefused(new InvalidCommand("information", "INFORMED_OR_OPPOSED"));
        Given(Anonymous).When(new RecordRequestInformation(PersonInformation.Informed, Context.Today.AddDays(1), ConsentMeans.Oral), RecordRequestInformation.Decide)
            .ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        Given(Asked).When(new RecordRequestInformation(PersonInformation.Informed, Context.Today, ConsentMeans.Oral), RecordRequestInformation.Decide).ThenNothing();
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once()
    {
        CommandSequences.DecideTwiceIsDecideOnce<SupportRequest, SupportRequestEvent>(
            SupportRequest.Evolve,
            state => (state.Decision is null).ShouldBe(state.IsOpen || state.Status is RequestStatus.Withdrawn),
            Step(Ask, AskForSupport.Decide),
            Step(new TakeSupportRequest(), TakeSupportRequest.Decide),
            Step(new AssignRequest(Other), AssignRequest.Decide),
            Step(new AssignRequest(null), AssignRequest.Decide),
            Step(new SnoozeRequest(Context.Today.AddDays(3), null), SnoozeRequest.Decide),
            Step(new RequalifyRequest(Person, RequestUrgency.Urgent, null, HolidayRegime.Metropolitan), RequalifyRequest.Decide),
            Step(new RateRequest(SituationComplexity.Simple), RateRequest.Decide),
            Step(new RecordRequestInformation(PersonInformation.Opposed, Context.Today, ConsentMeans.Oral), RecordRequestInformation.Decide),
            Step(new AnswerRequest(Person, "r"), AnswerRequest.Decide),
            Step(new AcceptRequest(Person, FollowUpIntensity.Punctual, PhysicianInformation.Informed, null, false), AcceptRequest.Decide),
            Step(new RefuseRequest(Person, RefusalReason.OutsideMission, null), RefuseRequest.Decide),
            Step(new UndoRequestDecision(), UndoRequestDecision.Decide),
            Step(new WithdrawSupportRequest("r"), WithdrawSupportRequest.Decide));

        Step<SupportRequest> Step<T>(T command, Func<T, SupportRequest?, CommandContext, Decision> decide) where T : notnull => new(command, state => decide(command, state, Context));
    }
}
