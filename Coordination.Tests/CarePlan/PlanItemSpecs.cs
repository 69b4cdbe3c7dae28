using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using static Coordination.Tests.CarePlan.PlanExample;

namespace Coordination.Tests.CarePlan;

/// <summary>What stands in a plan, and two people who change it at once (DOMAIN AG6).</summary>
public sealed class PlanItemSpecs
{
    [Fact]
    public void Given_a_draft_When_each_kind_of_item_is_added_Then_it_stands_in_it()
    {
        Given(Drafted).When(new AddProblem(Falls, DataClass.Clinical, " Chutes "), AddProblem.Decide).Then(Problem);
        Given(Drafted, Problem).When(new IdentifyNeed(Help, Falls, NeedClass.DailyLiving, false, DataClass.Social, "Aide le soir"), IdentifyNeed.Decide).Then(Need);
        Given(Drafted).When(new RecordPreference(New, "Rester chez moi"), RecordPreference.Decide).Then(new PreferenceRecorded(New, Text("Rester chez moi")));
        Given(Drafted, Problem).When(new SetObjective(Walk, Falls, DataClass.Social, "Sortir seule", " "), SetObjective.Decide).Then(Objective);
        Given(Drafted, Problem, Objective).When(Plan(), PlanAction.Decide).Then(Planned);
    }

    [Fact]
    public void Given_an_item_When_it_is_added_again_Then_nothing()
    {
        Given(Draft).When(new AddProblem(Falls, DataClass.Social, "x"), AddProblem.Decide).ThenNothing();
        Given(Draft).When(new IdentifyNeed(Help, null, NeedClass.Health, true, DataClass.Social, "x"), IdentifyNeed.Decide).ThenNothing();
        Given(Draft).When(new RecordPreference(Help, "x"), RecordPreference.Decide).ThenNothing();
        Given(Draft).When(new SetObjective(Walk, null, DataClass.Social, "x", null), SetObjective.Decide).ThenNothing();
        Given(Draft).When(Plan(), PlanAction.Decide).ThenNothing();
    }

    [Fact]
    public void Given_a_parent_that_is_none_When_something_is_put_under_it_Then_refused()
    {
        Given(Draft).When(new IdentifyNeed(New, Walk, NeedClass.Health, false, DataClass.Social, "x"), IdentifyNeed.Decide).ThenRefused(new PlanItemNotFound("problem"));
        Given(Draft).When(new SetObjective(New, New, DataClass.Social, "x", null), SetObjective.Decide).ThenRefused(new PlanItemNotFound("problem"));
        Given(Draft).When(Plan() with { Item = New, Objective = Falls }, PlanAction.Decide).ThenRefused(new PlanItemNotFound("objective"));
    }

    [Fact]
    public void Given_no_draft_When_an_item_is_added_or_changed_Then_refused_with_why()
    {
        Given().When(new AddProblem(New, DataClass.Social, "x"), AddProblem.Decide).ThenRefused(new CarePlanNotFound());
        Given(InForce).When(new RecordPreference(New, "x"), RecordPreference.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(InForce).When(new IdentifyNeed(New, null, NeedClass.Health, false, DataClass.Social, "x"), IdentifyNeed.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(Proposed).When(new SetObjective(New, null, DataClass.Social, "x", null), SetObjective.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(Proposed).When(Plan() with { Item = New }, PlanAction.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(Proposed).When(Change(new(Text: "x")), ChangePlanItem.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(Proposed).When(new MovePlanItem(Bars, null), MovePlanItem.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(Proposed).When(new RemovePlanItem(Bars, 9), RemovePlanItem.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(Proposed).When(new StateAlertProcedure("x", 9), StateAlertProcedure.Decide).ThenRefused(new CarePlanNotInDraft());
        Given(Drafted, new CarePlanClosed(PlanEnd.Death, null)).When(new AddProblem(New, DataClass.Social, "x"), AddProblem.Decide).ThenRefused(new CarePlanIsClosed());
    }

    [Fact]
    public void Given_a_day_that_is_gone_When_an_action_is_due_on_it_Then_refused()
    {
        Given(Draft).When(Plan() with { Item = New, Due = Today.AddDays(-1) }, PlanAction.Decide).ThenRefused(new InvalidCommand("due", "NOT_IN_PAST"));
        Given(Draft).When(Change(new(Due: Today.AddDays(-1))), ChangePlanItem.Decide).ThenRefused(new InvalidCommand("due", "NOT_IN_PAST"));
    }

    [Fact]
    public void Given_an_action_When_every_field_changes_Then_a_fact_for_each()
    {
        var change = new PlanItemChange("Rampe", null, DataClass.Clinical, null, null, Recourse.HomeSupport, ByPerson, Today.AddDays(9));
        Given(Draft).When(Change(change), ChangePlanItem.Decide).Then(new PlanTextChanged(Bars, Text("Rampe")), new PlanItemClassified(Bars, DataClass.Clinical),
            new ActionRecourseChanged(Bars, Recourse.HomeSupport), new ActionReassigned(Bars, ByPerson), new ActionRescheduled(Bars, Today.AddDays(9)));
        Given(Draft).When(new ChangePlanItem(Help, 5, new(Need: NeedClass.Nursing, Met: true)), ChangePlanItem.Decide)
            .Then(new NeedReclassified(Help, NeedClass.Nursing), new NeedCoverageStated(Help, true));
        Given(Draft).When(new ChangePlanItem(Walk, 5, new(Criteria: "Une fois par jour")), ChangePlanItem.Decide).Then(new ObjectiveCriteriaChanged(Walk, Text("Une fois par jour")));
        Given([.. Draft, new ObjectiveCriteriaChanged(Walk, Text("a"))]).When(new ChangePlanItem(Walk, 6, new(Criteria: "")), ChangePlanItem.Decide).Then(new ObjectiveCriteriaChanged(Walk, null));
    }

    [Fact]
    public void Given_the_same_values_When_sent_again_Then_nothing() =>
        Given(Draft).When(Change(new("Barres d'appui", null, DataClass.Social, null, null, Recourse.Prevention, ByNurse, Planned.Due)), ChangePlanItem.Decide).ThenNothing();

    [Fact]
    public void Given_a_field_of_another_kind_When_changed_Then_it_is_named()
    {
        Given(Draft).When(Change(new(Need: NeedClass.Health)), ChangePlanItem.Decide).ThenRefused(new InvalidCommand("need", "NOT_OF_THIS_KIND"));
        Given(Draft).When(Change(new(Met: true)), ChangePlanItem.Decide).ThenRefused(new InvalidCommand("met", "NOT_OF_THIS_KIND"));
        Given(Draft).When(Change(new(Criteria: "x")), ChangePlanItem.Decide).ThenRefused(new InvalidCommand("criteria", "NOT_OF_THIS_KIND"));
        Given(Draft).When(new ChangePlanItem(Walk, 9, new(Recourse: Recourse.Education)), ChangePlanItem.Decide).ThenRefused(new InvalidCommand("recourse", "NOT_OF_THIS_KIND"));
        Given(Draft).When(new ChangePlanItem(Walk, 9, new(Owner: ByNurse)), ChangePlanItem.Decide).ThenRefused(new InvalidCommand("owner", "NOT_OF_THIS_KIND"));
        Given(Draft).When(new ChangePlanItem(Walk, 9, new(Due: Today)), ChangePlanItem.Decide).ThenRefused(new InvalidCommand("due", "NOT_OF_THIS_KIND"));
        Given([Drafted, new PreferenceRecorded(New, Text("a"))]).When(new ChangePlanItem(New, 9, new(DataClass: DataClass.Clinical)), ChangePlanItem.Decide)
            .ThenRefused(new InvalidCommand("dataClass", "NOT_OF_THIS_KIND"));
    }

    [Fact]
    public void Given_another_field_or_item_changed_meanwhile_When_one_changes_Then_both_stand()
    {
        // Both saw version 5; the other one changed the text of the same action and of the problem.
        CarePlanEvent[] meanwhile = [.. Draft, new PlanTextChanged(Bars, Text("Rampe")), new PlanTextChanged(Falls, Text("Chutes répétées"))];
        Given(meanwhile).When(new ChangePlanItem(Bars, 5, new(Due: Today.AddDays(9))), ChangePlanItem.Decide).Then(new ActionRescheduled(Bars, Today.AddDays(9)));
    }

    [Fact]
    public void Given_the_same_field_changed_meanwhile_When_one_changes_it_Then_told_in_which_version_And_nothing_of_the_command_is_written()
    {
        CarePlanEvent[] meanwhile = [.. Draft, new PlanTextChanged(Bars, Text("Rampe"))];
        Given(meanwhile).When(new ChangePlanItem(Bars, 5, new(Text: "Tapis", Due: Today.AddDays(9))), ChangePlanItem.Decide).ThenRefused(new PlanItemChanged(Bars, PlanField.Text, 6));
        Given(meanwhile).When(new ChangePlanItem(Bars, 5, new(Text: "Rampe")), ChangePlanItem.Decide).ThenNothing();
        Given(meanwhile).When(new ChangePlanItem(Bars, 6, new(Text: "Tapis")), ChangePlanItem.Decide).Then(new PlanTextChanged(Bars, Text("Tapis")));
    }

    [Fact]
    public void Given_items_When_one_is_moved_Then_it_stands_before_the_other_or_last()
    {
        Given(Draft).When(new MovePlanItem(Bars, Falls), MovePlanItem.Decide).Then(new PlanItemMoved(Bars, Falls));
        Fold([.. Draft, new PlanItemMoved(Bars, Falls)]).Items.Select(i => i.Id).ShouldBe([Bars, Falls, Help, Walk]);
        Fold([.. Draft, new PlanItemMoved(Falls, null)]).Items.Select(i => i.Id).ShouldBe([Help, Walk, Bars, Falls]);
        Given(Draft).When(new MovePlanItem(Help, Walk), MovePlanItem.Decide).ThenNothing();
        Given(Draft).When(new MovePlanItem(New, Walk), MovePlanItem.Decide).ThenRefused(new PlanItemNotFound());
        Given(Draft).When(new MovePlanItem(Help, New), MovePlanItem.Decide).ThenRefused(new PlanItemNotFound("before"));
    }

    [Fact]
    public void Given_an_item_When_taken_out_Then_gone_unless_something_hangs_on_it_or_somebody_changed_it()
    {
        Given(Draft).When(new RemovePlanItem(Bars, 5), RemovePlanItem.Decide).Then(new PlanItemRemoved(Bars));
        Given(Draft).When(new RemovePlanItem(Walk, 5), RemovePlanItem.Decide).ThenRefused(new PlanItemInUse());
        Given([.. Draft, new ActionRescheduled(Bars, Today)]).When(new RemovePlanItem(Bars, 5), RemovePlanItem.Decide).ThenRefused(new PlanItemChanged(Bars, PlanField.Due, 6));
        Given([.. Draft, new PlanItemRemoved(Bars)]).When(new RemovePlanItem(Bars, 5), RemovePlanItem.Decide).ThenNothing();
        Given([.. Draft, new PlanItemRemoved(Bars)]).When(Change(new(Text: "x")), ChangePlanItem.Decide).ThenRefused(new PlanItemNotFound());
    }

    [Fact]
    public void Given_an_alert_procedure_When_stated_at_once_by_two_Then_the_second_is_told()
    {
        Given(Draft).When(new StateAlertProcedure("Appeler le DAC", 5), StateAlertProcedure.Decide).Then(new AlertProcedureStated(Text("Appeler le DAC")));
        CarePlanEvent[] stated = [.. Draft, new AlertProcedureStated(Text("Appeler le 15"))];
        Given(stated).When(new StateAlertProcedure("Appeler le DAC", 5), StateAlertProcedure.Decide).ThenRefused(new PlanItemChanged(null, PlanField.AlertProcedure, 6));
        Given(stated).When(new StateAlertProcedure("Appeler le 15", 5), StateAlertProcedure.Decide).ThenNothing();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void Given_a_text_that_is_none_When_validated_Then_the_field_is_named(string text)
    {
        new AddProblemValidator().Validate(new AddProblem(New, DataClass.Social, text)).Errors.First().PropertyName.ShouldBe("text");
        new ChangePlanItemValidator().Validate(Change(new(Text: text))).Errors.First().PropertyName.ShouldBe("text");
        new PlanActionValidator().Validate(Plan() with { Text = text }).Errors.First().PropertyName.ShouldBe("text");
    }

    [Fact]
    public void Given_an_owner_without_name_When_validated_Then_the_field_is_named()
    {
        new PlanActionValidator().Validate(Plan() with { Owner = new(OwnerKind.Professional) }).Errors.Single().PropertyName.ShouldBe("owner");
        new ChangePlanItemValidator().Validate(Change(new(Owner: new(OwnerKind.Structure)))).Errors.Single().PropertyName.ShouldBe("owner");
        new ChangePlanItemValidator().Validate(Change(new(Due: Today))).IsValid.ShouldBeTrue();
    }

    private static PlanAction Plan() => new(Bars, Walk, Recourse.Prevention, ByNurse, Today.AddDays(30), DataClass.Social, "Barres d'appui");

    private static ChangePlanItem Change(PlanItemChange change) => new(Bars, 5, change);
}
