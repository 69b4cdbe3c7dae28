using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>What is to change of an item; null leaves a field as it is.</summary>
/// <param name="Criteria">An empty text takes the criteria away.</param>
public sealed record PlanItemChange(
    string? Text = null, string? Criteria = null, DataClass? DataClass = null, NeedClass? Need = null, bool? Met = null, Recourse? Recourse = null, PlanParty? Owner = null, DateOnly? Due = null);

/// <summary>Change fields of an item, each on its own: what others changed of other fields stands.</summary>
/// <param name="SeenVersion">The version of the plan the sender saw.</param>
public sealed record ChangePlanItem(Guid Item, long SeenVersion, PlanItemChange Change)
{
    /// <summary>A field that somebody changed since, to another value, is told; nothing of the command is written then.</summary>
    public static Decision Decide(ChangePlanItem command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.Find(command.Item) is not { } item) return Decision.Refuse(new PlanItemNotFound());
        if (Misfit(command.Change, item) is { } field) return Decision.Refuse(new InvalidCommand(field, "NOT_OF_THIS_KIND"));
        if (command.Change.Due is { } due && due != item.Due && due < context.Today) return Decision.Refuse(new InvalidCommand("due", "NOT_IN_PAST"));
        var facts = Facts(command.Change, item, state).ToArray();
        foreach (var fact in facts)
            if (PlanItem.FieldOf(fact) is { } changed && item.VersionOf(changed) > command.SeenVersion)
                return Decision.Refuse(new PlanItemChanged(item.Id, changed, item.VersionOf(changed)));
        return facts.Length == 0 ? Decision.Nothing : Decision.Accept([.. facts]);
    }

    private static string? Misfit(PlanItemChange change, PlanItem item) => change switch
    {
        { Criteria: not null } when item.Kind is not PlanItemKind.Objective => "criteria",
        { Need: not null } when item.Kind is not PlanItemKind.Need => "need",
        { Met: not null } when item.Kind is not PlanItemKind.Need => "met",
        { Recourse: not null } when item.Kind is not PlanItemKind.Action => "recourse",
        { Owner: not null } when item.Kind is not PlanItemKind.Action => "owner",
        { Due: not null } when item.Kind is not PlanItemKind.Action => "due",
        { DataClass: not null } when item.Kind is PlanItemKind.Preference => "dataClass",
        _ => null,
    };

    private static IEnumerable<PlanItemEvent> Facts(PlanItemChange change, PlanItem item, CarePlan plan)
    {
        if (change.Text?.Trim() is { } text && text != item.Text.Plain) yield return new PlanTextChanged(item.Id, Protected<string>.Of(plan.Person, text));
        if (change.Criteria?.Trim() is { } criteria && (criteria.Length > 0 || item.Criteria is not null) && criteria != item.Criteria?.Plain)
            yield return new ObjectiveCriteriaChanged(item.Id, criteria.Length == 0 ? null : Protected<string>.Of(plan.Person, criteria));
        if (change.DataClass is { } reach && reach != item.DataClass) yield return new PlanItemClassified(item.Id, reach);
        if (change.Need is { } need && need != item.Need) yield return new NeedReclassified(item.Id, need);
        if (change.Met is { } met && met != item.Met) yield return new NeedCoverageStated(item.Id, met);
        if (change.Recourse is { } recourse && recourse != item.Recourse) yield return new ActionRecourseChanged(item.Id, recourse);
        if (change.Owner is { } owner && owner != item.Owner) yield return new ActionReassigned(item.Id, owner);
        if (change.Due is { } due && due != item.Due) yield return new ActionRescheduled(item.Id, due);
    }
}

/// <summary>Shape of <see cref="ChangePlanItem"/>.</summary>
public sealed class ChangePlanItemValidator : AbstractValidator<ChangePlanItem>
{
    /// <summary>Texts that are texts, an owner who is named where he has to be.</summary>
    public ChangePlanItemValidator()
    {
        RuleFor(c => c.Change.Text!).PlanText("text", c => c.Change.Text is not null);
        RuleFor(c => c.Change.Criteria).OptionalPlanText("criteria");
        RuleFor(c => c.Change.Owner).Must(o => o?.IsWhole != false).WithErrorCode("OWNER_NAMED").OverridePropertyName("owner");
    }
}
