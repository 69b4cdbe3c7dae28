using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Projections.CarePlan;

/// <summary>A person's care plan with who said what, and when.</summary>
public sealed record CarePlanView(Guid Id, Plan Plan, DateTimeOffset ChangedAt, long Version)
{
    /// <summary>Every version, first one first.</summary>
    public ImmutableArray<PlanVersion> Versions { get; init; } = [];

    /// <summary>Who added and last changed each item.</summary>
    public ImmutableArray<ItemStamp> Stamps { get; init; } = [];

    /// <summary>Reviews held, first one first.</summary>
    public ImmutableArray<PlanReviewNote> Reviews { get; init; } = [];

    /// <summary>Why the person did not agree to the version at hand.</summary>
    public Protected<string>? Refusal { get; init; }

    /// <summary>How the agreement to the version at hand was given.</summary>
    public ConsentMeans? Means { get; init; }

    /// <summary>Since when the agreement to the version proposed is awaited.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    /// <summary>Why a review is called for before its day.</summary>
    public Protected<string>? ReviewReason { get; init; }

    /// <summary>When the last review was held.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>When the version in force was last looked at as a whole: validated, or reviewed since; null when none is in force, or the plan is over.</summary>
    [JsonIgnore]
    public DateTimeOffset? SettledAt => Plan.IsOpen && Versions.LastOrDefault(v => v.ValidatedAt is not null && v.Status is not PlanStatus.Closed)?.ValidatedAt is { } validated
        ? ReviewedAt > validated ? ReviewedAt : validated
        : null;

    /// <summary>How it ended; null while it has not.</summary>
    public PlanEnd? End { get; init; }

    /// <summary>Actions of a plan proposed or in force whose owner has not answered.</summary>
    [JsonIgnore]
    public IEnumerable<AwaitedAnswer> Awaited => !Plan.IsOpen || (Plan.Status is PlanStatus.Draft && Plan.InForce is null) ? [] : Plan.Items
        .Where(i => i.Action is ActionStatus.Planned).Select(i => new AwaitedAnswer(Plan.Person.Value, i.Id, i.Owner!, i.DataClass, i.Due!.Value, StampOf(i.Id).ChangedAt));

    /// <summary>Needs that are not met.</summary>
    [JsonIgnore]
    public IEnumerable<UnmetNeed> Unmet => Plan.IsOpen ? Plan.Items.Where(i => i is { Kind: PlanItemKind.Need, Met: false })
        .Select(i => new UnmetNeed(Plan.Person.Value, i.Id, i.Need!.Value, i.DataClass, StampOf(i.Id).UnmetSince ?? ChangedAt)) : [];

    /// <summary>Since when an answer or an agreement is awaited; null when none is.</summary>
    [JsonIgnore]
    public DateTimeOffset? AwaitedSince => Awaited.Select(a => (DateTimeOffset?)a.Since).Append(Plan is { Status: PlanStatus.Proposed, Agreement: null } ? ProposedAt : null).Min();

    /// <summary>Who added and last changed an item.</summary>
    public ItemStamp StampOf(Guid item) => Stamps.First(s => s.Item == item);
}

/// <summary>One version of a plan.</summary>
/// <param name="UpTo">The last fact of the stream that belongs to it; null for the version at hand.</param>
public sealed record PlanVersion(int Number, PlanStatus Status, DateTimeOffset BegunAt, string? BegunBy, DateTimeOffset? ValidatedAt, string? ValidatedBy, long? UpTo);

/// <summary>Who added and last changed an item, and since when a need is not met.</summary>
public sealed record ItemStamp(Guid Item, DateTimeOffset AddedAt, string? AddedBy, DateTimeOffset ChangedAt, string? ChangedBy, DateTimeOffset? UnmetSince);

/// <summary>A review as it was noted.</summary>
public sealed record PlanReviewNote(DateOnly On, DateOnly Next, Protected<string> Summary, string? By);

/// <summary>An answer that is awaited.</summary>
public sealed record AwaitedAnswer(Guid Person, Guid Item, PlanParty Owner, DataClass DataClass, DateOnly Due, DateTimeOffset Since);

/// <summary>A need that is not met.</summary>
public sealed record UnmetNeed(Guid Person, Guid Item, NeedClass Need, DataClass DataClass, DateTimeOffset Since);
