using Coordination.Domain.CareRecord;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using static Coordination.Tests.CaseFinding.TriageWorld;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CaseFinding;

/// <summary>The one decision of triage, and its undoing.</summary>
public sealed class TriageDecisionSpecs
{
    private static readonly AcceptRequest Accept = new(Person, FollowUpIntensity.Sustained, PhysicianInformation.Informed, null, Opposed: false);
    private static readonly SupportRequestId Another = new(new Guid("c0000000-0000-4000-8000-000000000001"));

    [Fact]
    public void Given_an_anonymous_request_When_answered_or_closed_Then_no_person_is_needed()
    {
        Given(Anonymous).When(new AnswerRequest(Nobody, " Numéro donné. "), AnswerRequest.Decide).Then(new SupportRequestAnswered(null, Me, Context.Now, Protected<string>.Of(Nobody, "Numéro donné.")));
        Given(Anonymous).When(new CloseRequest(Nobody, NoFollowUpReason.Unreachable, null), CloseRequest.Decide)
            .Then(new SupportRequestClosedWithoutFollowUp(null, Me, Context.Now, NoFollowUpReason.Unreachable, null));
    }

    [Fact]
    public void Given_a_request_When_oriented_refused_or_a_duplicate_Then_each_says_what_it_is()
    {
        Given(Asked).When(new OrientRequest(Person, "CLIC d'Agen", null, "Fiche"), OrientRequest.Decide)
            .Then(new SupportRequestOriented(null, Me, Context.Now, Sealed("CLIC d'Agen"), null, Sealed("Fiche")));
        Given(Asked).When(new RefuseRequest(Person, RefusalReason.OutsideTerritory, null), RefuseRequest.Decide).Then(new SupportRefused(null, Me, Context.Now, RefusalReason.OutsideTerritory, null));
        Given(Asked).When(new MarkRequestDuplicate(new(Guid.Empty), Another, false), MarkRequestDuplicate.Decide).Then(new SupportRequestFoundDuplicate(null, Me, Context.Now, Another));
        Given(Asked).When(new MarkRequestDuplicate(new(Guid.Empty), null, true), MarkRequestDuplicate.Decide).Then(new SupportRequestFoundDuplicate(null, Me, Context.Now, null));
    }

    [Fact]
    public void Given_itself_or_no_record_When_called_a_duplicate_Then_refused()
    {
        Given(Asked).When(new MarkRequestDuplicate(Another, Another, false), MarkRequestDuplicate.Decide).ThenRefused(new InvalidCommand("of", "OF_ITSELF"));
        Given(Asked).When(new MarkRequestDuplicate(Another, null, false), MarkRequestDuplicate.Decide).ThenRefused(new InvalidCommand("of", "NO_OPEN_RECORD"));
    }

    [Fact]
    public void Given_a_decision_When_another_is_taken_Then_refused()
    {
        Given(Asked, Answered).When(new RefuseRequest(Person, RefusalReason.OutsideMission, null), RefuseRequest.Decide).ThenRefused(new SupportRequestDecidedAlready());
        Given(Asked, Answered).When(new TakeSupportRequest(), TakeSupportRequest.Decide).ThenRefused(new SupportRequestDecidedAlready());
        Given(Asked, Answered).When(new WithdrawSupportRequest("r"), WithdrawSupportRequest.Decide).ThenRefused(new SupportRequestDecidedAlready());
        Given(Asked, new SupportRequestTaken(null, Other)).When(new AnswerRequest(Person, "r"), AnswerRequest.Decide).ThenRefused(new SupportRequestAlreadyTaken(Other));
        Given().When(new AnswerRequest(Person, "r"), AnswerRequest.Decide).ThenRefused(new SupportRequestNotFound());
        Given(Asked, new SupportRequestWithdrawn(null, null)).When(new AnswerRequest(Person, "r"), AnswerRequest.Decide).ThenRefused(new SupportRequestClosed());
    }

    [Fact]
    public void Given_a_decision_When_undone_Then_only_by_its_author_and_at_once_And_it_stands_where_it_stood()
    {
        Given(Asked, Answered).When(new UndoRequestDecision(), UndoRequestDecision.Decide, After(TimeSpan.FromSeconds(10))).Then(new SupportRequestDecisionUndone(null));
        Given(Asked, Answered).When(new UndoRequestDecision(), UndoRequestDecision.Decide, After(TimeSpan.FromSeconds(16))).ThenRefused(new DecisionNotUndoable());
        Given(Asked, Answered).When(new UndoRequestDecision(), UndoRequestDecision.Decide, By(Other)).ThenRefused(new DecisionNotUndoable());
        Given(Asked).When(new UndoRequestDecision(), UndoRequestDecision.Decide).ThenRefused(new DecisionNotUndoable());
        Given(Asked, new SupportAccepted(null, Me, Context.Now, FollowUpIntensity.Punctual, PhysicianInformation.Informed, null)).When(new UndoRequestDecision(), UndoRequestDecision.Decide)
            .ThenRefused(new DecisionNotUndoable());
        Fold(Asked, Answered, new SupportRequestDecisionUndone(null)).Status.ShouldBe(RequestStatus.Received);
        Fold(Asked, new SupportRequestTaken(null, Me), Answered, new SupportRequestDecisionUndone(null)).Status.ShouldBe(RequestStatus.Taken);
    }

    [Fact]
    public void Given_a_person_informed_and_not_opposed_When_accepted_Then_once()
    {
        var accepted = new SupportAccepted(null, Me, Context.Now, FollowUpIntensity.Sustained, PhysicianInformation.Informed, null);
        Given(Asked).When(Accept, AcceptRequest.Decide).Then(accepted);
        Given(Asked, accepted).When(Accept, AcceptRequest.Decide).ThenNothing();
        Given(Asked, accepted).When(Accept, AcceptRequest.Decide, By(Other)).ThenRefused(new SupportRequestDecidedAlready());
    }

    [Fact]
    public void Given_nobody_no_information_or_an_opposition_When_accepted_Then_refused()
    {
        Given(Anonymous with { Information = PersonInformation.Informed }).When(Accept, AcceptRequest.Decide).ThenRefused(new RequestNamesNobody());
        Given(Asked with { Information = PersonInformation.NotCollected }).When(Accept, AcceptRequest.Decide).ThenRefused(new RequestInformationMissing());
        Given(Asked with { Information = PersonInformation.Opposed }).When(Accept, AcceptRequest.Decide).ThenRefused(new RequestPersonOpposes());
        Given(Asked).When(Accept with { Opposed = true }, AcceptRequest.Decide).ThenRefused(new RequestPersonOpposes());
    }

    [Fact]
    public void Given_a_physician_who_is_not_told_When_accepted_Then_a_reason_is_needed()
    {
        var validator = new AcceptRequestValidator();
        validator.Validate(Accept with { Physician = PhysicianInformation.PersonRefuses }).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("physicianReason");
        validator.Validate(Accept with { Physician = PhysicianInformation.PersonRefuses, PhysicianReason = "Désaccord" }).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Given_a_request_said_again_by_the_hospital_When_it_was_over_Then_it_waits_again_unless_a_record_was_opened()
    {
        var ahead = new ReturnAhead(new("470990011"), Context.Now.AddHours(30), Domain.Discharge.DateReliability.Announced, Domain.Discharge.DischargeDestination.Home, []);
        var asked = new SupportRequested(ahead.Establishment, RequestOrigin.HospitalSocialService, Me, Person, Agen, RequestUrgency.Urgent, PersonInformation.Informed, ahead, null, null);
        var again = new SupportRequestRestated(ahead.Establishment, RequestUrgency.Critical, PersonInformation.Informed, ahead, null, null);
        Fold(asked, Answered, again).Status.ShouldBe(RequestStatus.Received);
        Fold(asked, Answered, again).Decision.ShouldBeNull();
        var accepted = new SupportAccepted(ahead.Establishment, Me, Context.Now, FollowUpIntensity.Punctual, PhysicianInformation.Informed, null);
        Fold(asked, accepted, again).Status.ShouldBe(RequestStatus.Accepted);
    }

    [Fact]
    public void Given_no_record_When_followed_up_Then_opened_informed_and_active_at_once()
    {
        var open = new OpenFollowUp(new(Person, Agen, Me, Context.Today), new(Context.Today, ConsentMeans.Oral), FollowUpIntensity.Intensive, NoPhysician: true);
        new Specification<Record, CareRecordEvent>(Record.Evolve).When(open, OpenFollowUp.Decide).Then(
            new CareRecordOpened(Person, Agen, Context.Today), new ReferentAssigned(Me), new InformationRecorded(Context.Today, ConsentMeans.Oral),
            new PhysicianAbsenceStated(Context.Today), new IntensityChanged(FollowUpIntensity.Intensive));
        new Specification<Record, CareRecordEvent>(Record.Evolve).Given(new CareRecordOpened(Person, Agen, Context.Today)).When(open, OpenFollowUp.Decide)
            .ThenRefused(new CareRecordAlreadyOpen());
    }

    [Fact]
    public void Given_a_grid_When_answered_Then_it_is_scored_in_its_version_And_a_later_version_changes_nothing()
    {
        var grid = new ScreeningGrid("essai", 1, [new("a", [new("no", 0), new("yes", 3)])], [new(0, ScreeningOutcome.Inform), new(3, ScreeningOutcome.Support)]);
        var answer = grid.Answer(new Dictionary<string, string> { ["a"] = "yes" }).Screening!;
        (answer.Version, answer.Score, answer.Suggestion).ShouldBe((1, 3, ScreeningOutcome.Support));
        var later = grid with { Version = 2, Questions = [new("a", [new("no", 0), new("yes", 1)])] };
        later.Answer(new Dictionary<string, string> { ["a"] = "yes" }).Screening!.Suggestion.ShouldBe(ScreeningOutcome.Inform);
        Fold(Asked, new SupportRequestScreened(null, answer)).Screening.ShouldBe(answer);
        grid.Answer(new Dictionary<string, string>()).Error.ShouldBe(new InvalidCommand("answers", "EVERY_QUESTION"));
        grid.Answer(new Dictionary<string, string> { ["a"] = "x" }).Error.ShouldBe(new InvalidCommand("answers", "UNKNOWN_OPTION"));
        grid.Answer(new Dictionary<string, string> { ["a"] = "yes", ["b"] = "x" }).Error.ShouldBe(new InvalidCommand("answers", "UNKNOWN_QUESTION"));
    }

    [Fact]
    public void Given_a_published_grid_When_read_Then_it_is_the_one_that_was_published()
    {
        var published = ScreeningGrids.Find("fragilite", 1)!;
        string.Join('|', published.Questions.Select(q => $"{q.Code}:{string.Join(',', q.Options.Select(o => $"{o.Code}={o.Weight}"))}")).ShouldBe(
            "livesAlone:no=0,yes=1|autonomy:kept=0,partly=1,lost=2|hospitalStays:no=0,yes=1|falls:no=0,yes=1|carer:present=0,exhausted=2,none=1|"
            + "careRefusal:no=0,yes=2|housing:no=0,yes=1|rights:no=0,yes=1|severalServices:no=0,yes=2");
        published.Thresholds.ShouldBe([new(0, ScreeningOutcome.Inform), new(3, ScreeningOutcome.Orient), new(6, ScreeningOutcome.Support)]);
        Given(Asked).When(new ScreenRequest("fragilite", 9, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty), ScreenRequest.Decide).ThenRefused(new InvalidCommand("grid", "UNKNOWN_GRID"));
    }
}
