using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Coordination.Tests.Journeys;
using Coordination.Tests.Kernel;
using static Coordination.Tests.CarePlan.PlanExample;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Tests.CarePlan;

/// <summary>From the draft to the closure (DOMAIN AG6, §5.2 AC3 and AC6).</summary>
public sealed class PlanLifeSpecs
{
    private static readonly RecordPlanAgreement Agreement = new(AgreementGiver.Person, ConsentMeans.Oral, Today, null);

    [Theory]
    [Trait(Criteria.Name, "5.2 AC6")]
    [InlineData(FollowUpIntensity.Intensive, 3)]
    [InlineData(FollowUpIntensity.Sustained, 6)]
    [InlineData(FollowUpIntensity.Punctual, 12)]
    [InlineData(null, 12)]
    public void Given_an_intensity_When_a_plan_is_begun_Then_the_review_is_proposed_from_it(FollowUpIntensity? intensity, int months) =>
        Given().When(new DraftCarePlan(Person, true, intensity, null), DraftCarePlan.Decide).Then(new CarePlanDrafted(Person, 1, Today.AddMonths(months)));

    [Theory]
    [Trait(Criteria.Name, "5.2 AC6")]
    [InlineData(FollowUpIntensity.Intensive, 3)]
    [InlineData(FollowUpIntensity.Sustained, 12)]
    public void Given_a_review_too_late_When_begun_or_scheduled_Then_refused_with_the_last_day(FollowUpIntensity intensity, int months)
    {
        var late = Today.AddMonths(months).AddDays(1);
        Given().When(new DraftCarePlan(Person, true, intensity, late), DraftCarePlan.Decide).ThenRefused(new ReviewTooLate(Today.AddMonths(months)));
        Given(Draft).When(new SchedulePlanReview(late, intensity, 5), SchedulePlanReview.Decide).ThenRefused(new ReviewTooLate(Today.AddMonths(months)));
        Given(InForce).When(new HoldPlanReview(Today, late, "x", intensity), HoldPlanReview.Decide).ThenRefused(new ReviewTooLate(Today.AddMonths(months)));
        Given(Draft).When(new SchedulePlanReview(Today.AddDays(-1), intensity, 5), SchedulePlanReview.Decide).ThenRefused(new InvalidCommand("reviewOn", "NOT_IN_PAST"));
    }

    [Fact]
    public void Given_a_plan_When_another_is_begun_Then_refused_until_it_is_closed()
    {
        var draft = new DraftCarePlan(Person, true, null, null);
        Given().When(draft with { HasReferent = false }, DraftCarePlan.Decide).ThenRefused(new PlanNeedsReferent());
        Given(Drafted).When(draft, DraftCarePlan.Decide).ThenNothing();
        Given(Draft).When(draft, DraftCarePlan.Decide).ThenRefused(new CarePlanExists());
        Given([.. InForce, new CarePlanClosed(PlanEnd.Death, null)]).When(draft, DraftCarePlan.Decide).Then(new CarePlanDrafted(Person, 2, Today.AddMonths(12)));
    }

    [Fact]
    public void Given_gaps_When_proposed_Then_they_are_named()
    {
        Given(Drafted).When(new ProposeCarePlan(), ProposeCarePlan.Decide).ThenRefused(new CarePlanIncomplete([]));
        Given(Drafted, Problem, Objective).When(new ProposeCarePlan(), ProposeCarePlan.Decide).ThenRefused(new CarePlanIncomplete([Walk]));
        Given([.. Draft, new ActionDeclined(Bars, Text("x"))]).When(new ProposeCarePlan(), ProposeCarePlan.Decide).ThenRefused(new CarePlanIncomplete([Walk]));
        Given(Draft).When(new ProposeCarePlan(), ProposeCarePlan.Decide).Then(new CarePlanProposed());
        Given(Proposed).When(new ProposeCarePlan(), ProposeCarePlan.Decide).ThenNothing();
        Given(InForce).When(new ProposeCarePlan(), ProposeCarePlan.Decide).ThenRefused(new CarePlanNotInDraft());
    }

    [Fact]
    public void Given_neither_agreement_nor_refusal_When_validated_Then_refused()
    {
        var validate = new ValidateCarePlan(true);
        Given(Proposed).When(validate, ValidateCarePlan.Decide).ThenRefused(new PlanAgreementMissing());
        Given(Draft).When(validate, ValidateCarePlan.Decide).ThenRefused(new CarePlanInOtherState(PlanStatus.Draft));
        Given([.. Proposed, Agreed]).When(validate with { Leads = false }, ValidateCarePlan.Decide).ThenRefused(new NotTheirsToValidate());
        Given([.. Proposed, Agreed]).When(validate, ValidateCarePlan.Decide).Then(new CarePlanSigned(Context.Actor.Professional!.Value), new CarePlanValidated(1));
        Given([.. Proposed, new PlanAgreementRefused(AgreementGiver.Representative, Today, Text("Trop lourd")), new CarePlanSigned(Context.Actor.Professional!.Value)])
            .When(validate, ValidateCarePlan.Decide).Then(new CarePlanValidated(1));
        Given(InForce).When(validate, ValidateCarePlan.Decide).ThenNothing();
    }

    [Fact]
    public void Given_a_plan_proposed_When_the_person_answers_Then_noted_once_on_a_day_that_has_come()
    {
        Given(Proposed).When(Agreement, RecordPlanAgreement.Decide).Then(Agreed);
        Given([.. Proposed, Agreed]).When(Agreement, RecordPlanAgreement.Decide).ThenNothing();
        Given(Proposed).When(Agreement with { Means = null, Refusal = "Trop lourd" }, RecordPlanAgreement.Decide).Then(new PlanAgreementRefused(AgreementGiver.Person, Today, Text("Trop lourd")));
        Given(Proposed).When(Agreement with { On = Today.AddDays(1) }, RecordPlanAgreement.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        Given(Draft).When(Agreement, RecordPlanAgreement.Decide).ThenRefused(new CarePlanInOtherState(PlanStatus.Draft));
        new RecordPlanAgreementValidator().Validate(Agreement with { Means = null }).Errors.First().PropertyName.ShouldBe("refusal");
        new RecordPlanAgreementValidator().Validate(Agreement with { Refusal = "x" }).Errors.Single().ErrorCode.ShouldBe("AGREEMENT_OR_REFUSAL");
    }

    [Fact]
    public void Given_an_action_When_its_owner_answers_Then_noted_And_nobody_else_does_for_him_but_who_leads()
    {
        var nurse = Context with { Actor = Actor.Of(Nurse) };
        var yes = new AnswerAction(Bars, true, null, false);
        Given(Proposed).When(yes, AnswerAction.Decide, nurse).Then(new ActionAccepted(Bars));
        Given(Proposed).When(yes, AnswerAction.Decide).ThenRefused(new NotTheActionOwner());
        Given(Proposed).When(yes with { Leads = true }, AnswerAction.Decide).Then(new ActionAccepted(Bars));
        Given(Proposed).When(new AnswerAction(Bars, false, "Congés", false), AnswerAction.Decide, nurse).Then(new ActionDeclined(Bars, Text("Congés")));
        Given([.. Proposed, new ActionAccepted(Bars)]).When(yes, AnswerAction.Decide, nurse).ThenNothing();
        Given([.. Proposed, new ActionDeclined(Bars, Text("a"))]).When(new AnswerAction(Bars, false, "b", false), AnswerAction.Decide, nurse).ThenNothing();
        Given([.. InForce, new ActionDone(Bars)]).When(yes, AnswerAction.Decide, nurse).ThenRefused(new InvalidCommand("item", "ACTION_OVER"));
        Given(Proposed).When(yes with { Item = Walk }, AnswerAction.Decide, nurse).ThenRefused(new PlanItemNotFound());
        new AnswerActionValidator().Validate(new AnswerAction(Bars, false, " ", false)).Errors.First().PropertyName.ShouldBe("reason");
        new AnswerActionValidator().Validate(yes).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Given_a_plan_in_force_When_an_action_is_reported_Then_noted_and_the_plan_is_under_way()
    {
        var nurse = Context with { Actor = Actor.Of(Nurse) };
        var report = new ReportAction(Bars, ActionStatus.Done, null, null, false);
        Given(InForce).When(report, ReportAction.Decide, nurse).Then(new ActionDone(Bars));
        Fold([.. InForce, new ActionDone(Bars)]).Status.ShouldBe(PlanStatus.UnderWay);
        Given(InForce).When(report with { Status = ActionStatus.UnderWay }, ReportAction.Decide, nurse).Then(new ActionStarted(Bars));
        Given(InForce).When(report with { Status = ActionStatus.NotDone, Reason = NotDoneReason.NoProvider, Text = "Aucun artisan" }, ReportAction.Decide, nurse)
            .Then(new ActionNotDone(Bars, NotDoneReason.NoProvider, Text("Aucun artisan")));
        Given(InForce).When(report with { Status = ActionStatus.Cancelled }, ReportAction.Decide, nurse).ThenRefused(new NotTheActionOwner());
        Given(InForce).When(report with { Status = ActionStatus.Cancelled, Leads = true }, ReportAction.Decide).Then(new ActionCancelled(Bars));
        Given(InForce).When(report, ReportAction.Decide).ThenRefused(new NotTheActionOwner());
        Given([.. InForce, new ActionDone(Bars)]).When(report, ReportAction.Decide, nurse).ThenNothing();
        Given(Draft).When(report, ReportAction.Decide, nurse).ThenRefused(new CarePlanInOtherState(PlanStatus.Draft));
        Given(InForce).When(report with { Item = Walk }, ReportAction.Decide, nurse).ThenRefused(new PlanItemNotFound());
        new ReportActionValidator().Validate(report with { Status = ActionStatus.NotDone }).Errors.Single().PropertyName.ShouldBe("reason");
        new ReportActionValidator().Validate(report with { Status = ActionStatus.Accepted }).Errors.Single().PropertyName.ShouldBe("status");
    }

    [Fact]
    public void Given_a_plan_in_force_When_revised_Then_the_next_version_is_a_draft_without_signatures_And_one_only_proposed_keeps_its_number()
    {
        Given(InForce).When(new ReviseCarePlan(), ReviseCarePlan.Decide).Then(new CarePlanRevised(2));
        Given(Proposed).When(new ReviseCarePlan(), ReviseCarePlan.Decide).Then(new CarePlanRevised(1));
        Given(Draft).When(new ReviseCarePlan(), ReviseCarePlan.Decide).ThenNothing();
        var plan = Fold([.. InForce, new CarePlanRevised(2)]);
        (plan.Status, plan.Number, plan.InForce, plan.Agreement, plan.Signatures.Length, plan.Items.Length).ShouldBe((PlanStatus.Draft, 2, 1, null, 0, 4));
    }

    [Fact]
    public void Given_a_plan_in_force_When_signed_given_and_reviewed_Then_noted_once()
    {
        var nurse = Context with { Actor = Actor.Of(Nurse) };
        var give = new DistributeCarePlan([ByNurse, ByPerson, ByPerson], Today);
        Given(InForce).When(new SignCarePlan(), SignCarePlan.Decide, nurse).Then(new CarePlanSigned(Nurse));
        Given(InForce).When(new SignCarePlan(), SignCarePlan.Decide).ThenNothing();
        Given(Draft).When(new SignCarePlan(), SignCarePlan.Decide).ThenRefused(new CarePlanInOtherState(PlanStatus.Draft));
        Given(InForce).When(give, DistributeCarePlan.Decide).Then(new CarePlanDistributed([ByNurse, ByPerson], Today));
        Given([.. InForce, new CarePlanDistributed([ByNurse, ByPerson], Today)]).When(give, DistributeCarePlan.Decide).ThenNothing();
        Given(Proposed).When(give, DistributeCarePlan.Decide).ThenRefused(new CarePlanInOtherState(PlanStatus.Proposed));
        Given(InForce).When(give with { On = Today.AddDays(1) }, DistributeCarePlan.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        new DistributeCarePlanValidator().Validate(give with { Recipients = [] }).IsValid.ShouldBeFalse();
        Given(InForce).When(new CallPlanReview("Chute"), CallPlanReview.Decide).Then(new PlanReviewCalled(Text("Chute")));
        Given([.. InForce, new PlanReviewCalled(Text("Chute"))]).When(new CallPlanReview("x"), CallPlanReview.Decide).ThenNothing();
        Given(Draft).When(new CallPlanReview("x"), CallPlanReview.Decide).ThenRefused(new CarePlanInOtherState(PlanStatus.Draft));
        var held = new PlanReviewHeld(Today, Today.AddMonths(6), Text("Bilan"));
        Given([.. InForce, new PlanReviewCalled(Text("Chute"))]).When(new HoldPlanReview(Today, null, "Bilan", FollowUpIntensity.Sustained), HoldPlanReview.Decide).Then(held);
        Given([.. InForce, held]).When(new HoldPlanReview(Today, null, "Bilan", null), HoldPlanReview.Decide).ThenNothing();
        Given(Proposed).When(new HoldPlanReview(Today, null, "x", null), HoldPlanReview.Decide).ThenRefused(new CarePlanInOtherState(PlanStatus.Proposed));
        Given(InForce).When(new HoldPlanReview(Today.AddDays(1), null, "x", null), HoldPlanReview.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
    }

    [Fact]
    public void Given_a_review_date_When_two_change_it_Then_the_second_is_told()
    {
        CarePlanEvent[] moved = [.. Draft, new PlanReviewScheduled(Today.AddMonths(2))];
        Given(Draft).When(new SchedulePlanReview(Today.AddMonths(2), null, 5), SchedulePlanReview.Decide).Then(new PlanReviewScheduled(Today.AddMonths(2)));
        Given(moved).When(new SchedulePlanReview(Today.AddMonths(3), null, 5), SchedulePlanReview.Decide).ThenRefused(new PlanItemChanged(null, PlanField.ReviewDate, 6));
        Given(moved).When(new SchedulePlanReview(Today.AddMonths(2), null, 5), SchedulePlanReview.Decide).ThenNothing();
    }

    [Fact]
    public void Given_objectives_not_evaluated_When_closed_Then_refused_with_them_unless_the_person_died()
    {
        var close = new CloseCarePlan(PlanEnd.ObjectivesReached, null);
        Given(InForce).When(close, CloseCarePlan.Decide).ThenRefused(new CarePlanNotClosable([Walk]));
        Given(InForce).When(close with { End = PlanEnd.Death }, CloseCarePlan.Decide).Then(new CarePlanClosed(PlanEnd.Death, null));
        Given([.. InForce, new ObjectiveEvaluated(Walk, ObjectiveStatus.Achieved, null)]).When(close with { Comment = "Fin" }, CloseCarePlan.Decide)
            .Then(new CarePlanClosed(PlanEnd.ObjectivesReached, Text("Fin")));
        Given(Drafted, new CarePlanClosed(PlanEnd.Death, null)).When(close, CloseCarePlan.Decide).ThenNothing();
        Given().When(close, CloseCarePlan.Decide).ThenRefused(new CarePlanNotFound());
    }

    [Fact]
    public void Given_an_objective_When_evaluated_Then_noted_and_what_is_not_reached_says_why()
    {
        Given(InForce).When(new EvaluateObjective(Walk, ObjectiveStatus.Partial, " Avec une canne "), EvaluateObjective.Decide)
            .Then(new ObjectiveEvaluated(Walk, ObjectiveStatus.Partial, Text("Avec une canne")));
        Given([.. InForce, new ObjectiveEvaluated(Walk, ObjectiveStatus.Achieved, null)]).When(new EvaluateObjective(Walk, ObjectiveStatus.Achieved, null), EvaluateObjective.Decide).ThenNothing();
        Given(InForce).When(new EvaluateObjective(Bars, ObjectiveStatus.Achieved, null), EvaluateObjective.Decide).ThenRefused(new PlanItemNotFound());
        new EvaluateObjectiveValidator().Validate(new EvaluateObjective(Walk, ObjectiveStatus.NotAchieved, null)).Errors.Single().PropertyName.ShouldBe("text");
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() =>
        CommandSequences.DecideTwiceIsDecideOnce<Plan, CarePlanEvent>(
            Plan.Evolve,
            plan => plan.Items.Select(i => i.Id).ShouldBeUnique(),
            Step(new DraftCarePlan(Person, true, null, null), DraftCarePlan.Decide),
            Step(new SetObjective(Walk, null, DataClass.Social, "a", null), SetObjective.Decide),
            Step(new PlanAction(Bars, Walk, Recourse.Prevention, ByNurse, Today, DataClass.Social, "b"), PlanAction.Decide),
            Step(new ChangePlanItem(Bars, 99, new(Text: "c", Owner: ByPerson)), ChangePlanItem.Decide),
            Step(new ChangePlanItem(Bars, 3, new(Text: "d")), ChangePlanItem.Decide),
            Step(new MovePlanItem(Bars, Walk), MovePlanItem.Decide),
            Step(new RemovePlanItem(Bars, 99), RemovePlanItem.Decide),
            Step(new AnswerAction(Bars, true, null, true), AnswerAction.Decide),
            Step(new ReportAction(Bars, ActionStatus.Done, null, null, true), ReportAction.Decide),
            Step(new EvaluateObjective(Walk, ObjectiveStatus.Achieved, "e"), EvaluateObjective.Decide),
            Step(new ProposeCarePlan(), ProposeCarePlan.Decide),
            Step(Agreement, RecordPlanAgreement.Decide),
            Step(new ValidateCarePlan(true), ValidateCarePlan.Decide),
            Step(new CallPlanReview("f"), CallPlanReview.Decide),
            Step(new HoldPlanReview(Today, null, "g", null), HoldPlanReview.Decide),
            Step(new NamePlanPathways([Walk], [Walk], 99), NamePlanPathways.Decide),
            Step(new TakeOverPlan(New, []), TakeOverPlan.Decide),
            Step(new MergeCarePlan(New), MergeCarePlan.Decide),
            Step(new UndoPlanMerge(New), UndoPlanMerge.Decide),
            Step(new UndoTakeOver(New), UndoTakeOver.Decide),
            Step(new ReviseCarePlan(), ReviseCarePlan.Decide),
            Step(new CloseCarePlan(PlanEnd.ObjectivesReached, null), CloseCarePlan.Decide));

    private static Step<Plan> Step<T>(T command, Func<T, Plan?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Context));
}
