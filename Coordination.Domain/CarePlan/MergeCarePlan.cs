using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>An item of another plan that this one takes over.</summary>
/// <param name="Item">Its id in this plan.</param>
/// <param name="Origin">The item as the other plan has it.</param>
/// <param name="Under">The problem or objective it goes under: one of this plan, or one taken over with it.</param>
public sealed record TakenItem(Guid Item, PlanItem Origin, Guid? Under);

/// <summary>Take items of another plan of the same person over: to the plan that stays.</summary>
/// <param name="From">The other plan.</param>
/// <param name="Items">What is kept of it; nothing when it only is to be closed.</param>
public sealed record TakeOverPlan(Guid From, ImmutableArray<TakenItem> Items)
{
    private static readonly Guid Space = new("7f1b8c52-0d36-4b1e-8a5e-3c9d7e2f6a10");

    /// <summary>The id that an item of another plan has once a plan took it over: the same one each time.</summary>
    public static Guid IdOf(Guid plan, Guid origin) => DeterministicGuid.V5(Space, $"{plan}|{origin}");

    /// <summary>Into a draft, once per plan. What is taken over begins anew: its owners answer again, its objectives are still to be reached.</summary>
    public static Decision Decide(TakeOverPlan command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotDraft(state) is { } error) return Decision.Refuse(error);
        if (state!.TakenOver.Contains(command.From)) return Decision.Nothing;
        ImmutableArray<TakenItem> ordered = [.. command.Items.OrderBy(i => i.Origin.Kind)];
        foreach (var taken in ordered)
            if (MissingParent(taken, state, ordered) is { } field) return Decision.Refuse(new PlanItemNotFound(field));
        IEnumerable<CarePlanEvent> added = ordered.Where(i => state.Find(i.Item) is null).Select(Copy);
        return Decision.Accept([.. added, new PlanTakenOver(command.From, [.. ordered.Select(i => new TakenOrigin(i.Item, i.Origin.Id))])]);
    }

    private static string? MissingParent(TakenItem taken, CarePlan state, ImmutableArray<TakenItem> all)
    {
        var wanted = taken.Origin.Kind is PlanItemKind.Action ? PlanItemKind.Objective : PlanItemKind.Problem;
        var kind = taken.Under is { } under ? state.Find(under)?.Kind ?? all.FirstOrDefault(i => i.Item == under)?.Origin.Kind : null;
        return taken.Origin.Kind switch
        {
            PlanItemKind.Action => kind == wanted ? null : "objective",
            PlanItemKind.Need or PlanItemKind.Objective => taken.Under is null || kind == wanted ? null : "problem",
            _ => null,
        };
    }

    // The words stay sealed as they are: nobody opens them to copy them.
    private static PlanItemEvent Copy(TakenItem taken) => taken.Origin switch
    {
        { Kind: PlanItemKind.Problem } i => new ProblemAdded(taken.Item, i.DataClass, i.Text),
        { Kind: PlanItemKind.Need } i => new NeedIdentified(taken.Item, taken.Under, i.Need!.Value, i.Met, i.DataClass, i.Text),
        { Kind: PlanItemKind.Preference } i => new PreferenceRecorded(taken.Item, i.Text),
        { Kind: PlanItemKind.Objective } i => new ObjectiveSet(taken.Item, taken.Under, i.DataClass, i.Text, i.Criteria),
        var i => new ActionPlanned(taken.Item, taken.Under!.Value, i.Recourse!.Value, i.Owner!, i.Due!.Value, i.DataClass, i.Text),
    };
}

/// <summary>Become part of another plan of the same person: to the plan that goes.</summary>
public sealed record MergeCarePlan(Guid Into)
{
    /// <summary>Once; a plan that is closed already may go too, since something of it may be kept.</summary>
    public static Decision Decide(MergeCarePlan command, CarePlan? state, CommandContext context) =>
        state is null ? Decision.Refuse(new CarePlanNotFound())
        : state.MergedInto == command.Into ? Decision.Nothing
        : state.MergedInto is not null ? Decision.Refuse(new CarePlanIsMerged())
        : Decision.Accept(new CarePlanMerged(command.Into));
}

/// <summary>The persons are two again: to the plan that stayed.</summary>
public sealed record UndoTakeOver(Guid From)
{
    /// <summary>What was taken over stays, and is to be looked at.</summary>
    public static Decision Decide(UndoTakeOver command, CarePlan? state, CommandContext context) =>
        state?.TakenOver.Contains(command.From) == true ? Decision.Accept(new PlanTakeOverUndone(command.From)) : Decision.Nothing;
}

/// <summary>The persons are two again: to the plan that had gone.</summary>
public sealed record UndoPlanMerge(Guid Into)
{
    /// <summary>It stands where it stood.</summary>
    public static Decision Decide(UndoPlanMerge command, CarePlan? state, CommandContext context) =>
        state?.MergedInto == command.Into ? Decision.Accept(new CarePlanMergeUndone(command.Into)) : Decision.Nothing;
}
