using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>That the person, or who represents her, agreed to the version at hand, or did not.</summary>
public sealed record PlanAgreement(bool Given, AgreementGiver Giver, DateOnly On);

/// <summary>That somebody was given the plan on a day.</summary>
public sealed record PlanGiven(PlanParty To, DateOnly On);

/// <summary>A person's care plan as its events tell it: one per person and territory, version after version.</summary>
/// <param name="Number">The version at hand: being written, or in force.</param>
/// <param name="Version">How many facts it has: what « changed since » is counted in.</param>
public sealed record CarePlan(PersonId Person, int Number, PlanStatus Status, DateOnly ReviewOn, long Version)
{
    private static readonly Guid Space = new("3a7e0c55-5d2f-4b0e-9a41-6a6f1c0d8e72");

    /// <summary>Everything in it, in its order.</summary>
    public ImmutableArray<PlanItem> Items { get; init; } = [];

    /// <summary>The version last validated; null until one was.</summary>
    public int? InForce { get; init; }

    /// <summary>The agreement to the version at hand.</summary>
    public PlanAgreement? Agreement { get; init; }

    /// <summary>Who signed the version at hand.</summary>
    public ImmutableArray<ProfessionalId> Signatures { get; init; } = [];

    /// <summary>To whom the version at hand was given.</summary>
    public ImmutableArray<PlanGiven> Given { get; init; } = [];

    /// <summary>When a review was held last.</summary>
    public DateOnly? LastReview { get; init; }

    /// <summary>Whom to call when something goes wrong.</summary>
    public Protected<string>? AlertProcedure { get; init; }

    /// <summary>The care pathways that it carries out.</summary>
    public ImmutableArray<Guid> Pathways { get; init; } = [];

    /// <summary>Plans of identities that became this person's, of which it took what was to be kept.</summary>
    public ImmutableArray<Guid> TakenOver { get; init; } = [];

    /// <summary>The plan that it became part of; null while it stands on its own.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Where it stood before it became part of another one.</summary>
    public PlanStatus? BeforeMerge { get; init; }

    /// <summary>The versions in which the review date, the alert procedure and the pathways were last changed.</summary>
    public ImmutableSortedDictionary<PlanField, long> Changes { get; init; } = ImmutableSortedDictionary<PlanField, long>.Empty;

    /// <summary>Neither over nor part of another one.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is not (PlanStatus.Closed or PlanStatus.Merged);

    /// <summary>The id of a person's plan.</summary>
    public static Guid IdOf(TerritoryId territory, PersonId person) => DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}");

    /// <summary>An item; null when there is none.</summary>
    public PlanItem? Find(Guid item) => Items.FirstOrDefault(i => i.Id == item);

    /// <summary>The items under one.</summary>
    public IEnumerable<PlanItem> Under(Guid item) => Items.Where(i => i.Parent == item);

    /// <summary>Why its items cannot be changed now; null when they can.</summary>
    public static DomainError? WhyNotDraft(CarePlan? plan) => plan switch
    {
        null => new CarePlanNotFound(),
        { Status: PlanStatus.Draft } => null,
        { IsOpen: false } => new CarePlanIsClosed(),
        _ => new CarePlanNotInDraft(),
    };

    /// <summary>Why it cannot be worked with now; null when it can.</summary>
    public static DomainError? WhyNotOpen(CarePlan? plan) => plan switch
    {
        null => new CarePlanNotFound(),
        { IsOpen: false } => new CarePlanIsClosed(),
        _ => null,
    };

    /// <summary>The plan after one more fact. A fact about an item that is not there is passed over: a look back by time of fact may leave its addition out.</summary>
    public static CarePlan Evolve(CarePlan? state, CarePlanEvent fact) => (state, fact) switch
    {
        (null, CarePlanDrafted e) => new(e.Person, e.Number, PlanStatus.Draft, e.ReviewOn, 1),
        (null, _) => throw new UnreachableException($"{fact.GetType().Name} on no plan"),
        ({ } s, CarePlanDrafted e) => new(e.Person, e.Number, PlanStatus.Draft, e.ReviewOn, s.Version + 1) { InForce = s.InForce },
        ({ } s, PlanItemEvent e) => s.After(e, s.Version + 1) with { Version = s.Version + 1 },
        ({ } s, _) => s.After(fact, s.Version + 1) with { Version = s.Version + 1 },
    };

    /// <summary>Equal when the items are the same ones in the same order.</summary>
    public bool Equals(CarePlan? other) => other is not null && Person == other.Person && Number == other.Number && Status == other.Status && ReviewOn == other.ReviewOn
        && Version == other.Version && InForce == other.InForce && Agreement == other.Agreement && AlertProcedure == other.AlertProcedure
        && Items.SequenceEqual(other.Items) && Signatures.SequenceEqual(other.Signatures) && Given.SequenceEqual(other.Given) && LastReview == other.LastReview && Changes.SequenceEqual(other.Changes)
        && Pathways.SequenceEqual(other.Pathways) && TakenOver.SequenceEqual(other.TakenOver) && MergedInto == other.MergedInto && BeforeMerge == other.BeforeMerge;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, Number, Status, Version);

    private CarePlan After(CarePlanEvent fact, long version) => fact switch
    {
        PlanReviewScheduled e => this with { ReviewOn = e.On, Changes = Changes.SetItem(PlanField.ReviewDate, version) },
        AlertProcedureStated e => this with { AlertProcedure = e.Text, Changes = Changes.SetItem(PlanField.AlertProcedure, version) },
        CarePlanProposed => this with { Status = PlanStatus.Proposed },
        PlanAgreementGiven e => this with { Agreement = new(true, e.Giver, e.On) },
        PlanAgreementRefused e => this with { Agreement = new(false, e.Giver, e.On) },
        CarePlanSigned e => this with { Signatures = Signatures.Add(e.By) },
        CarePlanValidated e => this with { Status = PlanStatus.Validated, InForce = e.Number },
        CarePlanDistributed e => this with { Given = [.. Given, .. e.Recipients.Select(r => new PlanGiven(r, e.On))] },
        PlanReviewCalled => this with { Status = PlanStatus.ToReview },
        PlanReviewHeld e => this with { Status = PlanStatus.UnderWay, ReviewOn = e.Next, LastReview = e.On, Changes = Changes.SetItem(PlanField.ReviewDate, version) },
        CarePlanRevised e => this with { Status = PlanStatus.Draft, Number = e.Number, Agreement = null, Signatures = [], Given = [] },
        CarePlanClosed => this with { Status = PlanStatus.Closed },
        PlanPathwaysNamed e => this with { Pathways = e.Pathways, Changes = Changes.SetItem(PlanField.Pathways, version) },
        PlanTakenOver e => this with
        {
            TakenOver = TakenOver.Add(e.From),
            Items = [.. Items.Select(i => e.Items.FirstOrDefault(t => t.Item == i.Id) is { } taken ? i with { Origin = new(e.From, taken.Origin) } : i)],
        },
        PlanTakeOverUndone e => this with { TakenOver = TakenOver.Remove(e.From) },
        CarePlanMerged e => this with { MergedInto = e.Into, BeforeMerge = Status, Status = PlanStatus.Merged },
        CarePlanMergeUndone => this with { MergedInto = null, BeforeMerge = null, Status = BeforeMerge ?? Status },
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    private CarePlan After(PlanItemEvent fact, long version)
    {
        if (PlanItem.From(fact) is { } added) return this with { Items = Items.Add(added with { AddedIn = version }) };
        if (Find(fact.Item) is not { } item) return this;
        var at = Items.IndexOf(item);
        if (fact is PlanItemRemoved) return this with { Items = Items.RemoveAt(at) };
        var changed = item.After(fact, version);
        var plan = this with { Items = Items.SetItem(at, changed) };
        if (fact is PlanItemMoved moved)
        {
            var others = plan.Items.RemoveAt(at);
            var before = moved.Before is { } next && Find(next) is { } found ? others.IndexOf(found) : others.Length;
            return plan with { Items = others.Insert(before, changed) };
        }

        // A plan is under way from the first thing that somebody did for it.
        return Status is PlanStatus.Validated && fact is (ActionStarted or ActionDone) ? plan with { Status = PlanStatus.UnderWay } : plan;
    }
}
