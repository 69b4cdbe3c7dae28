using System.Collections.Immutable;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Facts of a person's care plan (plan personnalisé de santé, PPCS).</summary>
public abstract record CarePlanEvent : IDomainEvent;

/// <summary>Facts of one item of a plan.</summary>
/// <param name="Item">The item.</param>
public abstract record PlanItemEvent(Guid Item) : CarePlanEvent;

/// <summary>A plan was begun: the first one, or one after a closed one.</summary>
public sealed record CarePlanDrafted(PersonId Person, int Number, DateOnly ReviewOn) : CarePlanEvent;

/// <summary>A problem was added.</summary>
public sealed record ProblemAdded(Guid Item, DataClass DataClass, Protected<string> Text) : PlanItemEvent(Item);

/// <summary>A need was found, met already or not.</summary>
public sealed record NeedIdentified(Guid Item, Guid? Problem, NeedClass Need, bool Met, DataClass DataClass, Protected<string> Text) : PlanItemEvent(Item);

/// <summary>What the person expects or prefers.</summary>
public sealed record PreferenceRecorded(Guid Item, Protected<string> Text) : PlanItemEvent(Item);

/// <summary>An objective was agreed to be set.</summary>
public sealed record ObjectiveSet(Guid Item, Guid? Problem, DataClass DataClass, Protected<string> Text, Protected<string>? Criteria) : PlanItemEvent(Item);

/// <summary>An action towards an objective was planned.</summary>
public sealed record ActionPlanned(Guid Item, Guid Objective, Recourse Recourse, PlanParty Owner, DateOnly Due, DataClass DataClass, Protected<string> Text) : PlanItemEvent(Item);

/// <summary>An item says something else.</summary>
public sealed record PlanTextChanged(Guid Item, Protected<string> Text) : PlanItemEvent(Item);

/// <summary>An objective is judged by other criteria.</summary>
public sealed record ObjectiveCriteriaChanged(Guid Item, Protected<string>? Criteria) : PlanItemEvent(Item);

/// <summary>An item reaches further, or less far.</summary>
public sealed record PlanItemClassified(Guid Item, DataClass DataClass) : PlanItemEvent(Item);

/// <summary>A need is of another class.</summary>
public sealed record NeedReclassified(Guid Item, NeedClass Need) : PlanItemEvent(Item);

/// <summary>A need is met, or is so no longer.</summary>
public sealed record NeedCoverageStated(Guid Item, bool Met) : PlanItemEvent(Item);

/// <summary>An action is of another recourse.</summary>
public sealed record ActionRecourseChanged(Guid Item, Recourse Recourse) : PlanItemEvent(Item);

/// <summary>Somebody else does an action; his answer is awaited.</summary>
public sealed record ActionReassigned(Guid Item, PlanParty Owner) : PlanItemEvent(Item);

/// <summary>An action is due on another day.</summary>
public sealed record ActionRescheduled(Guid Item, DateOnly Due) : PlanItemEvent(Item);

/// <summary>An item stands before another one, or last.</summary>
public sealed record PlanItemMoved(Guid Item, Guid? Before) : PlanItemEvent(Item);

/// <summary>An item was taken out; earlier versions have it still.</summary>
public sealed record PlanItemRemoved(Guid Item) : PlanItemEvent(Item);

/// <summary>The owner of an action will do it.</summary>
public sealed record ActionAccepted(Guid Item) : PlanItemEvent(Item);

/// <summary>The owner of an action will not do it.</summary>
public sealed record ActionDeclined(Guid Item, Protected<string> Reason) : PlanItemEvent(Item);

/// <summary>An action has begun.</summary>
public sealed record ActionStarted(Guid Item) : PlanItemEvent(Item);

/// <summary>An action was done.</summary>
public sealed record ActionDone(Guid Item) : PlanItemEvent(Item);

/// <summary>An action was not done.</summary>
public sealed record ActionNotDone(Guid Item, NotDoneReason Reason, Protected<string>? Text) : PlanItemEvent(Item);

/// <summary>An action is not wanted any more.</summary>
public sealed record ActionCancelled(Guid Item) : PlanItemEvent(Item);

/// <summary>How far an objective is, as the person and the team see it.</summary>
public sealed record ObjectiveEvaluated(Guid Item, ObjectiveStatus Status, Protected<string>? Text) : PlanItemEvent(Item);

/// <summary>The plan is looked at again on this day at the latest.</summary>
public sealed record PlanReviewScheduled(DateOnly On) : CarePlanEvent;

/// <summary>Whom to call, and what to do, when something goes wrong.</summary>
public sealed record AlertProcedureStated(Protected<string> Text) : CarePlanEvent;

/// <summary>The plan was shown to the person and the team.</summary>
public sealed record CarePlanProposed : CarePlanEvent;

/// <summary>The person, or who represents her, agreed to the plan.</summary>
public sealed record PlanAgreementGiven(AgreementGiver Giver, ConsentMeans Means, DateOnly On) : CarePlanEvent;

/// <summary>The person, or who represents her, did not agree.</summary>
public sealed record PlanAgreementRefused(AgreementGiver Giver, DateOnly On, Protected<string> Reason) : CarePlanEvent;

/// <summary>A professional signed this version.</summary>
public sealed record CarePlanSigned(ProfessionalId By) : CarePlanEvent;

/// <summary>This version is in force.</summary>
public sealed record CarePlanValidated(int Number) : CarePlanEvent;

/// <summary>The plan was given to these.</summary>
public sealed record CarePlanDistributed(ImmutableArray<PlanParty> Recipients, DateOnly On) : CarePlanEvent
{
    /// <summary>Equal when the recipients are the same ones.</summary>
    public bool Equals(CarePlanDistributed? other) => other is not null && On == other.On && Recipients.SequenceEqual(other.Recipients);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(On, Recipients.Length);
}

/// <summary>Something happened that calls for a review before its day.</summary>
public sealed record PlanReviewCalled(Protected<string> Reason) : CarePlanEvent;

/// <summary>A review was held.</summary>
public sealed record PlanReviewHeld(DateOnly On, DateOnly Next, Protected<string> Summary) : CarePlanEvent;

/// <summary>The plan is being written again: the next version, or the same one if it was never validated.</summary>
public sealed record CarePlanRevised(int Number) : CarePlanEvent;

/// <summary>Which care pathways the plan carries out, all of them.</summary>
public sealed record PlanPathwaysNamed(ImmutableArray<Guid> Pathways) : CarePlanEvent
{
    /// <summary>Equal when the pathways are the same ones.</summary>
    public bool Equals(PlanPathwaysNamed? other) => other is not null && Pathways.SequenceEqual(other.Pathways);

    /// <inheritdoc />
    public override int GetHashCode() => Pathways.Length;
}

/// <summary>Where an item was in the plan it was taken over from.</summary>
public sealed record TakenOrigin(Guid Item, Guid Origin);

/// <summary>Items of another plan were taken over, since its person became this one.</summary>
/// <param name="From">The other plan.</param>
public sealed record PlanTakenOver(Guid From, ImmutableArray<TakenOrigin> Items) : CarePlanEvent
{
    /// <summary>Equal when the items are the same ones.</summary>
    public bool Equals(PlanTakenOver? other) => other is not null && From == other.From && Items.SequenceEqual(other.Items);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(From, Items.Length);
}

/// <summary>The other plan is another person's again: what was taken over from it is to be looked at.</summary>
public sealed record PlanTakeOverUndone(Guid From) : CarePlanEvent;

/// <summary>The plan became part of another one.</summary>
public sealed record CarePlanMerged(Guid Into) : CarePlanEvent;

/// <summary>The plan stands on its own again, as it was before.</summary>
public sealed record CarePlanMergeUndone(Guid Into) : CarePlanEvent;

/// <summary>The plan is over.</summary>
public sealed record CarePlanClosed(PlanEnd End, Protected<string>? Comment) : CarePlanEvent;
