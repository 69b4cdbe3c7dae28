using Coordination.Api.CarePathway;
using Coordination.Domain.CarePathway;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Pathway = Coordination.Domain.CarePathway.CarePathway;

namespace Coordination.Tests.CarePathway;

public sealed class CarePathwaySpecs
{
    private static readonly DateOnly Today = Specification<Pathway, PathwayEvent>.Context.Today;
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly PersonId Other = new(new Guid("b0000000-0000-4000-8000-000000000002"));
    private static readonly ProfessionalId Nurse = new(new Guid("a0000000-0000-4000-8000-000000000004"));

    private static readonly PathwayTemplate First = new("HEART_FAILURE", 1, "Insuffisance cardiaque", [new("HAS_CARER", "Un aidant")],
    [
        new("CALL", "Appeler", PathwayRole.Coordinator, 2, null, null),
        new("VISIT", "Visiter", PathwayRole.Nurse, 5, "CALL", null),
        new("CARER", "Aidant", PathwayRole.Coordinator, 30, null, "HAS_CARER"),
    ]);

    private static readonly ApplyPathway Apply = new(Person, First, Today.AddDays(-1), [], null);
    private static readonly PathwayApplied Applied = new(Person, First, Today.AddDays(-1), [], null);

    private readonly Specification<Pathway, PathwayEvent> _spec = new(Pathway.Evolve);

    [Fact]
    public void Given_no_pathway_When_applied_Then_the_whole_version_is_kept() => _spec.When(Apply, ApplyPathway.Decide).Then(Applied);

    [Fact]
    public void Given_one_of_the_type_When_applied_again_Then_refused() => _spec.Given(Applied).When(Apply, ApplyPathway.Decide).ThenRefused(new PathwayIsOpen());

    [Theory]
    [InlineData(1, "NOT_IN_FUTURE")]
    [InlineData(-400, "WITHIN_A_YEAR")]
    public void Given_an_entry_that_cannot_be_When_applied_Then_refused(int days, string rule) =>
        _spec.When(Apply with { EnteredOn = Today.AddDays(days) }, ApplyPathway.Decide).ThenRefused(new InvalidCommand("enteredOn", rule));

    [Fact]
    public void Given_a_condition_that_the_template_does_not_know_When_stated_Then_refused()
    {
        _spec.When(Apply with { Conditions = ["X"] }, ApplyPathway.Decide).ThenRefused(new InvalidCommand("conditions", "UNKNOWN_CONDITION"));
        _spec.Given(Applied).When(new StatePathwayConditions(Person, ["X"]), StatePathwayConditions.Decide).ThenRefused(new InvalidCommand("conditions", "UNKNOWN_CONDITION"));
    }

    [Fact]
    public void Given_steps_that_follow_the_entry_or_another_step_When_that_one_is_done_late_Then_the_next_moves_with_it()
    {
        var pathway = Pathway.Evolve(null, Applied);
        (pathway.DueOn(pathway.Find("CALL")!), pathway.DueOn(pathway.Find("VISIT")!)).ShouldBe((Today.AddDays(1), Today.AddDays(6)));
        pathway.NextDueOn.ShouldBe(Today.AddDays(1));
        pathway = Pathway.Evolve(pathway, new PathwayStepDone("CALL", Today, null));
        pathway.DueOn(pathway.Find("VISIT")!).ShouldBe(Today.AddDays(5));
        pathway = Pathway.Evolve(pathway, new PathwayStepRescheduled("VISIT", Today.AddDays(9), RescheduleReason.InHospital));
        pathway.NextDueOn.ShouldBe(Today.AddDays(9));
        pathway.StatusOf(pathway.Find("VISIT")!, Today.AddDays(8)).ShouldBe(StepStatus.Planned);
        pathway.StatusOf(pathway.Find("VISIT")!, Today.AddDays(9)).ShouldBe(StepStatus.Due);
        pathway.StatusOf(pathway.Find("CALL")!, Today).ShouldBe(StepStatus.Done);
    }

    [Fact]
    public void Given_a_condition_When_it_comes_to_hold_Then_its_step_is_to_be_done()
    {
        var pathway = Pathway.Evolve(null, Applied);
        pathway.StatusOf(pathway.Find("CARER")!, Today).ShouldBe(StepStatus.NotApplicable);
        pathway.Open.Select(s => s.Code).ShouldBe(["CALL", "VISIT"]);
        _spec.Given(Applied).When(new StatePathwayConditions(Person, []), StatePathwayConditions.Decide).ThenNothing();
        pathway = Pathway.Evolve(pathway, new PathwayConditionsStated(["HAS_CARER"]));
        pathway.StatusOf(pathway.Find("CARER")!, Today).ShouldBe(StepStatus.Planned);
    }

    [Fact]
    public void Given_a_second_version_of_the_template_When_it_is_out_Then_the_running_case_keeps_its_own_And_new_ones_have_the_new_one()
    {
        var second = First with { Version = 2, Steps = First.Steps.RemoveAt(1) };
        var templates = PathwayTemplates.Of(First, second);
        templates.Find("HEART_FAILURE").ShouldBe(second);
        var running = Pathway.Evolve(null, Applied);
        (running.Version, running.Steps.Length).ShouldBe((1, 3));
        var newer = Pathway.Evolve(null, Applied with { Template = second });
        (newer.Version, newer.Steps.Length).ShouldBe((2, 2));
        Pathway.Evolve(running, new PathwayStepDone("VISIT", Today, null)).Find("VISIT")!.End.ShouldNotBeNull();
    }

    [Fact]
    public void Given_a_step_When_done_Then_once_with_its_note() =>
        _spec.Given(Applied).When(new CompletePathwayStep(Person, "CALL", Today, " ok "), CompletePathwayStep.Decide).Then(new PathwayStepDone("CALL", Today, Protected<string>.Of(Person, "ok")));

    [Theory]
    [InlineData(1, "NOT_IN_FUTURE")]
    [InlineData(-2, "NOT_BEFORE_START")]
    public void Given_a_day_that_cannot_be_When_a_step_is_done_or_the_pathway_left_Then_refused(int days, string rule)
    {
        _spec.Given(Applied).When(new CompletePathwayStep(Person, "CALL", Today.AddDays(days), null), CompletePathwayStep.Decide).ThenRefused(new InvalidCommand("on", rule));
        _spec.When(new ExitPathway(Person, PathwayExitReason.Moved, Today.AddDays(days), null), ExitPathway.Decide).ThenRefused(new InvalidCommand("on", rule));
    }

    [Fact]
    public void Given_a_step_that_is_done_When_treated_Then_nothing_or_refused()
    {
        _spec.Given(Applied, new PathwayStepDone("CALL", Today, null)).When(new CompletePathwayStep(Person, "CALL", Today, null), CompletePathwayStep.Decide).ThenNothing();
        _spec.When(new SkipPathwayStep(Person, "CALL", DeviationReason.NoResource, null), SkipPathwayStep.Decide).ThenRefused(new StepIsEnded());
        _spec.When(new ReschedulePathwayStep(Person, "CALL", Today, RescheduleReason.InHospital), ReschedulePathwayStep.Decide).ThenRefused(new StepIsEnded());
        _spec.When(new AssignPathwayStep(Person, "CALL", Nurse), AssignPathwayStep.Decide).ThenRefused(new StepIsEnded());
        _spec.When(new ReopenPathwayStep(Person, "CALL"), ReopenPathwayStep.Decide).Then(new PathwayStepReopened("CALL"));
        _spec.When(new ReopenPathwayStep(Person, "VISIT"), ReopenPathwayStep.Decide).ThenNothing();
    }

    [Fact]
    public void Given_a_step_When_left_out_Then_the_deviation_has_its_reason_And_it_is_not_done_afterwards()
    {
        _spec.Given(Applied).When(new SkipPathwayStep(Person, "CALL", DeviationReason.PersonRefused, null), SkipPathwayStep.Decide)
            .Then(new PathwayStepSkipped("CALL", Today, DeviationReason.PersonRefused, null));
        _spec.Given(new PathwayStepSkipped("CALL", Today, DeviationReason.PersonRefused, null)).When(new CompletePathwayStep(Person, "CALL", Today, null), CompletePathwayStep.Decide)
            .ThenRefused(new StepIsEnded());
    }

    [Fact]
    public void Given_a_step_When_moved_or_given_to_somebody_Then_said_once()
    {
        _spec.Given(Applied).When(new ReschedulePathwayStep(Person, "CALL", Today.AddDays(3), RescheduleReason.PersonsWish), ReschedulePathwayStep.Decide)
            .Then(new PathwayStepRescheduled("CALL", Today.AddDays(3), RescheduleReason.PersonsWish));
        _spec.When(new ReschedulePathwayStep(Person, "CALL", Today.AddDays(-1), RescheduleReason.PersonsWish), ReschedulePathwayStep.Decide).ThenRefused(new InvalidCommand("dueOn", "NOT_IN_PAST"));
        _spec.When(new ReschedulePathwayStep(Person, "CALL", Today.AddYears(3), RescheduleReason.PersonsWish), ReschedulePathwayStep.Decide).ThenRefused(new InvalidCommand("dueOn", "WITHIN_TWO_YEARS"));
        _spec.When(new AssignPathwayStep(Person, "CALL", Nurse), AssignPathwayStep.Decide).Then(new PathwayStepAssigned("CALL", Nurse));
        _spec.When(new AssignPathwayStep(Person, "CALL", null), AssignPathwayStep.Decide).ThenNothing();
    }

    [Fact]
    public void Given_a_pathway_When_a_step_of_the_person_is_added_Then_it_is_sealed_and_due_on_its_day()
    {
        var added = new PathwayStepAdded("OWN-1", Protected<string>.Of(Person, "Voir la fille"), PathwayRole.Coordinator, Today.AddDays(4));
        _spec.Given(Applied).When(new AddPathwayStep(Person, "OWN-1", "Voir la fille", PathwayRole.Coordinator, Today.AddDays(4)), AddPathwayStep.Decide).Then(added);
        _spec.Given(added).When(new AddPathwayStep(Person, "OWN-1", "Voir la fille", PathwayRole.Coordinator, Today.AddDays(4)), AddPathwayStep.Decide).ThenNothing();
        _spec.When(new AddPathwayStep(Person, "OWN-2", "x", PathwayRole.Coordinator, Today.AddDays(-4)), AddPathwayStep.Decide).ThenRefused(new InvalidCommand("dueOn", "NOT_IN_PAST"));
    }

    [Fact]
    public void Given_steps_to_be_done_When_completed_Then_refused_with_how_many_And_left_for_another_reason()
    {
        _spec.Given(Applied).When(new ExitPathway(Person, PathwayExitReason.Completed, Today, null), ExitPathway.Decide).ThenRefused(new StepsStillOpen(2));
        _spec.When(new ExitPathway(Person, PathwayExitReason.Moved, Today, null), ExitPathway.Decide).Then(new PathwayExited(PathwayExitReason.Moved, Today, null));
        _spec.Given(new PathwayExited(PathwayExitReason.Moved, Today, null)).When(new ExitPathway(Person, PathwayExitReason.Moved, Today, null), ExitPathway.Decide).ThenNothing();
        _spec.When(new CompletePathwayStep(Person, "CALL", Today, null), CompletePathwayStep.Decide).ThenRefused(new PathwayIsClosed());
        _spec.When(new StatePathwayConditions(Person, []), StatePathwayConditions.Decide).ThenRefused(new PathwayIsClosed());
        _spec.When(new AddPathwayStep(Person, "OWN-1", "x", PathwayRole.Nurse, Today), AddPathwayStep.Decide).ThenRefused(new PathwayIsClosed());
    }

    [Fact]
    public void Given_every_step_ended_or_not_applicable_When_completed_Then_accepted() =>
        _spec.Given(Applied, new PathwayStepDone("CALL", Today, null), new PathwayStepSkipped("VISIT", Today, DeviationReason.DoneElsewhere, null))
            .When(new ExitPathway(Person, PathwayExitReason.Completed, Today, null), ExitPathway.Decide).Then(new PathwayExited(PathwayExitReason.Completed, Today, null));

    [Fact]
    public void Given_somebody_elses_pathway_or_an_unknown_step_When_treated_Then_not_found()
    {
        _spec.Given(Applied).When(new CompletePathwayStep(Other, "CALL", Today, null), CompletePathwayStep.Decide).ThenRefused(new PathwayNotFound());
        _spec.When(new CompletePathwayStep(Person, "NONE", Today, null), CompletePathwayStep.Decide).ThenRefused(new StepNotFound());
        new Specification<Pathway, PathwayEvent>(Pathway.Evolve).When(new ExitPathway(Person, PathwayExitReason.Died, Today, null), ExitPathway.Decide).ThenRefused(new PathwayNotFound());
    }

    [Fact]
    public void Given_the_templates_of_the_platform_When_read_Then_three_without_fault_and_faulty_ones_are_found()
    {
        PathwayTemplates.Shipped.Newest.Select(t => t.Code).ShouldBe(["CARER_EXHAUSTION", "HEART_FAILURE", "RETURN_HOME_ELDERLY"], ignoreOrder: true);
        (First with { Steps = [] }).Fault().ShouldBe("no step");
        (First with { Steps = [First.Steps[1]] }).Fault().ShouldBe("VISIT: follows no earlier step");
        (First with { Conditions = [] }).Fault().ShouldBe("CARER: unknown condition");
        (First with { Steps = First.Steps.Add(First.Steps[0]) }).Fault().ShouldBe("CALL: twice");
        Should.Throw<InvalidOperationException>(() => PathwayTemplates.Of(First, First));
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once_And_a_completed_pathway_has_nothing_left() =>
        CommandSequences.DecideTwiceIsDecideOnce<Pathway, PathwayEvent>(
            Pathway.Evolve,
            pathway => (pathway.Exit?.Reason is PathwayExitReason.Completed && (pathway with { Exit = null }).Open.Any()).ShouldBeFalse(),
            Step(Apply, ApplyPathway.Decide), Step(new StatePathwayConditions(Person, ["HAS_CARER"]), StatePathwayConditions.Decide),
            Step(new CompletePathwayStep(Person, "CALL", Today, "x"), CompletePathwayStep.Decide), Step(new SkipPathwayStep(Person, "VISIT", DeviationReason.NoResource, null), SkipPathwayStep.Decide),
            Step(new SkipPathwayStep(Person, "CARER", DeviationReason.NoResource, null), SkipPathwayStep.Decide), Step(new ReopenPathwayStep(Person, "CALL"), ReopenPathwayStep.Decide),
            Step(new ReschedulePathwayStep(Person, "VISIT", Today.AddDays(2), RescheduleReason.MoreUrgent), ReschedulePathwayStep.Decide),
            Step(new AssignPathwayStep(Person, "CALL", Nurse), AssignPathwayStep.Decide), Step(new AddPathwayStep(Person, "OWN-1", "x", PathwayRole.Nurse, Today), AddPathwayStep.Decide),
            Step(new ExitPathway(Person, PathwayExitReason.Completed, Today, null), ExitPathway.Decide), Step(new ExitPathway(Person, PathwayExitReason.Died, Today, null), ExitPathway.Decide));

    private static Step<Pathway> Step<T>(T command, Func<T, Pathway?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Specification<Pathway, PathwayEvent>.Context));
}
