using System.Collections.Immutable;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using static Coordination.Tests.CarePlan.PlanExample;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Tests.CarePlan;

/// <summary>Two plans of a person who was two, and the care pathways a plan carries out.</summary>
public sealed class PlanMergeSpecs
{
    private static readonly Guid Other = new("d0000000-0000-4000-8000-000000000001");
    private static readonly Guid Kept = new("d0000000-0000-4000-8000-000000000002");
    private static readonly Guid Goal = new("d0000000-0000-4000-8000-000000000003");
    private static readonly Guid Course = new("d0000000-0000-4000-8000-000000000004");
    private static readonly PlanItem[] Items = [.. Fold(Draft).Items];
    private static readonly PlanTakenOver Taken = new(Other, [new(Kept, Falls)]);

    private static TakeOverPlan Take(params TakenItem[] items) => new(Other, [.. items]);

    [Fact]
    public void Given_items_of_another_plan_When_taken_over_Then_parents_come_first_and_each_names_its_origin()
    {
        var all = Take(new(New, Items[3], Goal), new(Goal, Items[2], Kept), new(Kept, Items[0], null));
        var plan = Given(Drafted).When(all, TakeOverPlan.Decide);
        plan.Then(
            new ProblemAdded(Kept, DataClass.Clinical, Problem.Text), new ObjectiveSet(Goal, Kept, DataClass.Social, Objective.Text, null),
            new ActionPlanned(New, Goal, Planned.Recourse, Planned.Owner, Planned.Due, DataClass.Social, Planned.Text),
            new PlanTakenOver(Other, [new(Kept, Falls), new(Goal, Walk), new(New, Bars)]));
        Fold(Drafted, new ProblemAdded(Kept, DataClass.Clinical, Problem.Text), Taken).Find(Kept)!.Origin.ShouldBe(new PlanItemOrigin(Other, Falls));
    }

    [Fact]
    public void Given_a_need_and_a_preference_When_taken_over_Then_they_say_the_same_under_what_was_asked()
    {
        var wish = new PlanItem(Goal, PlanItemKind.Preference, null, DataClass.Social, Text("Rester chez elle"));
        Given(Drafted, Problem).When(Take(new(New, Items[1], Falls), new(Kept, wish, null)), TakeOverPlan.Decide).Then(
            new NeedIdentified(New, Falls, NeedClass.DailyLiving, false, DataClass.Social, Need.Text), new PreferenceRecorded(Kept, wish.Text),
            new PlanTakenOver(Other, [new(New, Help), new(Kept, Goal)]));
    }

    [Fact]
    public void Given_no_parent_of_the_right_kind_When_taken_over_Then_refused()
    {
        Given(Drafted).When(Take(new TakenItem(New, Items[3], null)), TakeOverPlan.Decide).ThenRefused(new PlanItemNotFound("objective"));
        Given(Drafted, Problem).When(Take(new TakenItem(New, Items[3], Falls)), TakeOverPlan.Decide).ThenRefused(new PlanItemNotFound("objective"));
        Given(Drafted).When(Take(new TakenItem(New, Items[2], Goal)), TakeOverPlan.Decide).ThenRefused(new PlanItemNotFound("problem"));
        Given(Drafted).When(Take(new TakenItem(New, Items[1], Falls)), TakeOverPlan.Decide).ThenRefused(new PlanItemNotFound("problem"));
        Given(Drafted).When(Take(new TakenItem(New, Items[2], null)), TakeOverPlan.Decide)
            .Then(new ObjectiveSet(New, null, DataClass.Social, Objective.Text, null), new PlanTakenOver(Other, [new(New, Walk)]));
    }

    [Fact]
    public void Given_a_plan_When_taken_over_twice_Then_nothing_And_only_into_a_draft()
    {
        var take = Take(new TakenItem(Kept, Items[0], null));
        Given([.. Draft, Taken]).When(take, TakeOverPlan.Decide).ThenNothing();
        Given(Drafted, new ProblemAdded(Kept, DataClass.Clinical, Problem.Text)).When(take, TakeOverPlan.Decide).Then(Taken);
        Given(Drafted).When(Take(), TakeOverPlan.Decide).Then(new PlanTakenOver(Other, []));
        Given(InForce).When(take, TakeOverPlan.Decide).ThenRefused(new CarePlanNotInDraft());
        Given().When(take, TakeOverPlan.Decide).ThenRefused(new CarePlanNotFound());
        TakeOverPlan.IdOf(Other, Falls).ShouldBe(TakeOverPlan.IdOf(Other, Falls));
        TakeOverPlan.IdOf(Other, Falls).ShouldNotBe(TakeOverPlan.IdOf(Kept, Falls));
    }

    [Fact]
    public void Given_a_plan_that_goes_When_merged_and_parted_again_Then_it_stands_where_it_stood()
    {
        var merge = new MergeCarePlan(Other);
        Given().When(merge, MergeCarePlan.Decide).ThenRefused(new CarePlanNotFound());
        Given(InForce).When(merge, MergeCarePlan.Decide).Then(new CarePlanMerged(Other));
        Given([.. InForce, new CarePlanMerged(Other)]).When(merge, MergeCarePlan.Decide).ThenNothing();
        Given([.. InForce, new CarePlanMerged(Kept)]).When(merge, MergeCarePlan.Decide).ThenRefused(new CarePlanIsMerged());
        Given([.. InForce, new CarePlanMerged(Other)]).When(new AddProblem(New, DataClass.Social, "x"), AddProblem.Decide).ThenRefused(new CarePlanIsClosed());
        Given([.. InForce, new CarePlanMerged(Other)]).When(new UndoPlanMerge(Other), UndoPlanMerge.Decide).Then(new CarePlanMergeUndone(Other));
        Given([.. InForce, new CarePlanMerged(Kept)]).When(new UndoPlanMerge(Other), UndoPlanMerge.Decide).ThenNothing();
        Given().When(new UndoPlanMerge(Other), UndoPlanMerge.Decide).ThenNothing();
        var parted = Fold([.. InForce, new CarePlanMerged(Other), new CarePlanMergeUndone(Other)]);
        (parted with { Version = Fold(InForce).Version }).ShouldBe(Fold(InForce));
        Fold([.. InForce, new CarePlanMerged(Other)]).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Given_items_taken_over_When_the_persons_part_Then_they_stay_and_are_known()
    {
        Given([.. Draft, Taken]).When(new UndoTakeOver(Other), UndoTakeOver.Decide).Then(new PlanTakeOverUndone(Other));
        Given(Draft).When(new UndoTakeOver(Other), UndoTakeOver.Decide).ThenNothing();
        Given().When(new UndoTakeOver(Other), UndoTakeOver.Decide).ThenNothing();
        var plan = Fold(Drafted, new ProblemAdded(Kept, DataClass.Clinical, Problem.Text), Taken, new PlanTakeOverUndone(Other));
        plan.TakenOver.ShouldBeEmpty();
        plan.Find(Kept)!.Origin.ShouldNotBeNull();
    }

    [Fact]
    public void Given_running_pathways_When_named_Then_only_they_and_those_named_before_stand()
    {
        ImmutableArray<Guid> running = [Course];
        var named = new PlanPathwaysNamed(running);
        Given(Draft).When(new NamePlanPathways([Course, Course], running, 5), NamePlanPathways.Decide).Then(named);
        Given(Draft).When(new NamePlanPathways([Other], running, 5), NamePlanPathways.Decide).ThenRefused(new PlanPathwayUnknown());
        Given([.. Draft, named]).When(new NamePlanPathways([Course], [], 6), NamePlanPathways.Decide).ThenNothing();
        Given([.. Draft, named]).When(new NamePlanPathways([], running, 5), NamePlanPathways.Decide).ThenRefused(new PlanItemChanged(null, PlanField.Pathways, 6));
        Given([.. Draft, named]).When(new NamePlanPathways([], running, 6), NamePlanPathways.Decide).Then(new PlanPathwaysNamed([]));
        Given(InForce).When(new NamePlanPathways([Course], running, 9), NamePlanPathways.Decide).ThenRefused(new CarePlanNotInDraft());
        Given().When(new NamePlanPathways([Course], running, 1), NamePlanPathways.Decide).ThenRefused(new CarePlanNotFound());
        Plan.Evolve(Fold(Draft), named).Pathways.ShouldBe([Course]);
    }
}
