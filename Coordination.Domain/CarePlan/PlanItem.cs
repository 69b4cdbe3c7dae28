using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>Which item of which plan an item was taken over from.</summary>
public sealed record PlanItemOrigin(Guid Plan, Guid Item);

/// <summary>One thing in a plan.</summary>
/// <param name="Parent">The problem of a need or objective, the objective of an action.</param>
/// <param name="DataClass">How far it reaches: who may not read the class does not read the item.</param>
public sealed record PlanItem(Guid Id, PlanItemKind Kind, Guid? Parent, DataClass DataClass, Protected<string> Text)
{
    /// <summary>The version of the plan in which each field was last changed; a field not named was never changed.</summary>
    public ImmutableSortedDictionary<PlanField, long> Changes { get; init; } = ImmutableSortedDictionary<PlanField, long>.Empty;

    /// <summary>The version of the plan in which it was added.</summary>
    public long AddedIn { get; init; }

    /// <summary>Where it was taken over from; null for an item of this plan's own.</summary>
    public PlanItemOrigin? Origin { get; init; }

    /// <summary>The class of a need.</summary>
    public NeedClass? Need { get; init; }

    /// <summary>Whether a need is met.</summary>
    public bool Met { get; init; }

    /// <summary>The criteria of an objective.</summary>
    public Protected<string>? Criteria { get; init; }

    /// <summary>How far an objective is.</summary>
    public ObjectiveStatus? Objective { get; init; }

    /// <summary>What was said of an objective, or why an action was declined or not done.</summary>
    public Protected<string>? Remark { get; init; }

    /// <summary>The recourse of an action.</summary>
    public Recourse? Recourse { get; init; }

    /// <summary>Who does an action.</summary>
    public PlanParty? Owner { get; init; }

    /// <summary>By when an action is done.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How far an action is.</summary>
    public ActionStatus? Action { get; init; }

    /// <summary>Why an action was not done.</summary>
    public NotDoneReason? NotDone { get; init; }

    /// <summary>An objective of which it was said how it ended.</summary>
    [JsonIgnore]
    public bool IsEvaluated => Objective is ObjectiveStatus.Achieved or ObjectiveStatus.Partial or ObjectiveStatus.NotAchieved or ObjectiveStatus.Abandoned;

    /// <summary>An action that is neither done nor given up.</summary>
    [JsonIgnore]
    public bool IsOpenAction => Action is ActionStatus.Planned or ActionStatus.Accepted or ActionStatus.UnderWay;

    /// <summary>The version in which a field was last changed.</summary>
    public long VersionOf(PlanField field) => Changes.GetValueOrDefault(field, AddedIn);

    /// <summary>The field changed last, and in which version; null when none was since the item was added.</summary>
    [JsonIgnore]
    public (PlanField Field, long Version)? LastChange => Changes.IsEmpty ? null : Changes.Select(c => (c.Key, c.Value)).MaxBy(c => c.Value);

    /// <summary>The item a fact adds; null for a fact that adds none.</summary>
    public static PlanItem? From(PlanItemEvent fact) => fact switch
    {
        ProblemAdded e => new(e.Item, PlanItemKind.Problem, null, e.DataClass, e.Text),
        NeedIdentified e => new(e.Item, PlanItemKind.Need, e.Problem, e.DataClass, e.Text) { Need = e.Need, Met = e.Met },
        PreferenceRecorded e => new(e.Item, PlanItemKind.Preference, null, DataClass.Social, e.Text),
        ObjectiveSet e => new(e.Item, PlanItemKind.Objective, e.Problem, e.DataClass, e.Text) { Criteria = e.Criteria, Objective = ObjectiveStatus.ToDo },
        ActionPlanned e => new(e.Item, PlanItemKind.Action, e.Objective, e.DataClass, e.Text)
        {
            Recourse = e.Recourse, Owner = e.Owner, Due = e.Due, Action = ActionStatus.Planned,
        },
        _ => null,
    };

    /// <summary>Which field a fact changes; null for one that adds, moves or removes.</summary>
    public static PlanField? FieldOf(PlanItemEvent fact) => fact switch
    {
        PlanTextChanged => PlanField.Text,
        ObjectiveCriteriaChanged => PlanField.Criteria,
        PlanItemClassified => PlanField.DataClass,
        NeedReclassified => PlanField.Need,
        NeedCoverageStated => PlanField.Coverage,
        ActionRecourseChanged => PlanField.Recourse,
        ActionReassigned => PlanField.Owner,
        ActionRescheduled => PlanField.Due,
        PlanItemMoved => PlanField.Position,
        ActionAccepted or ActionDeclined or ActionStarted or ActionDone or ActionNotDone or ActionCancelled or ObjectiveEvaluated => PlanField.Status,
        _ => null,
    };

    /// <summary>The item after a fact about it, which was the plan's in this version.</summary>
    public PlanItem After(PlanItemEvent fact, long version)
    {
        var item = fact switch
        {
            PlanTextChanged e => this with { Text = e.Text },
            ObjectiveCriteriaChanged e => this with { Criteria = e.Criteria },
            PlanItemClassified e => this with { DataClass = e.DataClass },
            NeedReclassified e => this with { Need = e.Need },
            NeedCoverageStated e => this with { Met = e.Met },
            ActionRecourseChanged e => this with { Recourse = e.Recourse },
            ActionReassigned e => this with { Owner = e.Owner, Action = ActionStatus.Planned, Remark = null, NotDone = null },
            ActionRescheduled e => this with { Due = e.Due },
            ActionAccepted => this with { Action = ActionStatus.Accepted, Remark = null },
            ActionDeclined e => this with { Action = ActionStatus.Declined, Remark = e.Reason },
            ActionStarted => this with { Action = ActionStatus.UnderWay },
            ActionDone => this with { Action = ActionStatus.Done, NotDone = null, Remark = null },
            ActionNotDone e => this with { Action = ActionStatus.NotDone, NotDone = e.Reason, Remark = e.Text },
            ActionCancelled => this with { Action = ActionStatus.Cancelled },
            ObjectiveEvaluated e => this with { Objective = e.Status, Remark = e.Text },
            _ => this,
        };
        return FieldOf(fact) is { } field ? item with { Changes = item.Changes.SetItem(field, version) } : item;
    }

    /// <summary>Equal when the versions of the fields are the same too.</summary>
    public bool Equals(PlanItem? other) => other is not null && Id == other.Id && Kind == other.Kind && Parent == other.Parent && DataClass == other.DataClass
        && Text == other.Text && AddedIn == other.AddedIn && Changes.SequenceEqual(other.Changes) && Need == other.Need && Met == other.Met && Criteria == other.Criteria
        && Objective == other.Objective && Remark == other.Remark && Recourse == other.Recourse && Owner == other.Owner && Due == other.Due && Action == other.Action
        && NotDone == other.NotDone && Origin == other.Origin;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, AddedIn, Changes.Count);
}
