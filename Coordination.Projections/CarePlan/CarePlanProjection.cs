using System.Collections.Immutable;
using Coordination.Domain.CarePlan;
using Platform.EventStore;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Projections.CarePlan;

/// <summary>One row per plan, with a row per answer awaited and per need not met, in the transaction of its events.</summary>
public sealed class CarePlanProjection : SingleStreamProjection<CarePlanView>
{
    /// <summary>The view's table: looked up by person, listed by review date and by what is awaited.</summary>
    public static ViewDefinition<CarePlanView> View { get; } = new ViewDefinition<CarePlanView>("care_plan", 2)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Plan.Person.Value)
        .Column("status", "text", v => v.Plan.Status)
        .Column("open", "boolean", v => v.Plan.IsOpen)
        .Column("in_force", "boolean", v => v.Plan.InForce is not null)
        .Column("review_on", "date", v => v.Plan.ReviewOn)
        .Column("settled_at", "timestamp with time zone", v => v.SettledAt)
        .Column("agreement_awaited", "boolean", v => v.Plan is { Status: PlanStatus.Proposed, Agreement: null })
        .Column("awaited_since", "timestamp with time zone", v => v.AwaitedSince)
        .Index("person_id")
        .Index("open", "review_on", "id")
        .Index("awaited_since", "id")
        .Rows(new ViewRows<CarePlanView, AwaitedAnswer>("awaited", v => v.Awaited)
            .Column("person_id", "uuid", a => a.Person)
            .Column("owner", "uuid", a => a.Owner.Professional?.Value)
            .Column("data_class", "text", a => a.DataClass)
            .Index("view_id")
            .Index("owner", "view_id"))
        .Rows(new ViewRows<CarePlanView, UnmetNeed>("unmet", v => v.Unmet)
            .Column("person_id", "uuid", n => n.Person)
            .Column("need", "text", n => n.Need)
            .Column("data_class", "text", n => n.DataClass)
            .Column("since", "timestamp with time zone", n => n.Since)
            .Index("need", "person_id"));

    /// <summary>The table of answers awaited.</summary>
    public static string AwaitedTable => $"{View.Table}_awaited";

    /// <summary>The table of needs not met.</summary>
    public static string UnmetTable => $"{View.Table}_unmet";

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["care_plan"];

    /// <inheritdoc />
    public override CarePlanView? Evolve(CarePlanView? view, IEvent e)
    {
        if (e.Data is not CarePlanEvent fact) return view;
        var plan = Plan.Evolve(view?.Plan, fact);
        var next = view is null
            ? new CarePlanView(e.StreamId, plan, e.OccurredAt, e.Version)
            : view with { Plan = plan, ChangedAt = e.OccurredAt, Version = e.Version };
        return fact switch
        {
            PlanItemEvent item => next with { Stamps = Stamped(next, item, e) },
            CarePlanDrafted drafted => next with
            {
                Versions = next.Versions.Add(new(drafted.Number, PlanStatus.Draft, e.OccurredAt, e.UserName, null, null, null)),
                Stamps = [], Refusal = null, Means = null, ProposedAt = null, ReviewReason = null, End = null,
            },
            CarePlanRevised revised => Revised(next, revised.Number, e) with { Refusal = null, Means = null, ProposedAt = null },
            CarePlanProposed => At(next, v => v) with { ProposedAt = e.OccurredAt },
            PlanAgreementGiven given => next with { Means = given.Means, Refusal = null },
            PlanAgreementRefused refused => next with { Means = null, Refusal = refused.Reason },
            CarePlanValidated => Validated(next, e) with { ReviewReason = null },
            PlanReviewCalled called => At(next, v => v) with { ReviewReason = called.Reason },
            PlanReviewHeld held => At(next, v => v) with { ReviewReason = null, ReviewedAt = e.OccurredAt, Reviews = next.Reviews.Add(new(held.On, held.Next, held.Summary, e.UserName)) },
            CarePlanClosed closed => At(next, v => v with { UpTo = e.Version }) with { End = closed.End },
            CarePlanMerged or CarePlanMergeUndone => At(next, v => v),
            _ => next,
        };
    }

    // The version at hand stands where the plan does.
    private static CarePlanView At(CarePlanView view, Func<PlanVersion, PlanVersion> change) =>
        view with { Versions = view.Versions.SetItem(view.Versions.Length - 1, change(view.Versions[^1]) with { Status = view.Plan.Status }) };

    private static CarePlanView Revised(CarePlanView view, int number, IEvent e) => view.Versions[^1].Number == number
        ? At(view, v => v)
        : view with
        {
            Versions = view.Versions.SetItem(view.Versions.Length - 1, view.Versions[^1] with { UpTo = e.Version - 1 })
                .Add(new(number, PlanStatus.Draft, e.OccurredAt, e.UserName, null, null, null)),
        };

    private static CarePlanView Validated(CarePlanView view, IEvent e) => At(
        view with { Versions = [.. view.Versions.Select(v => v.ValidatedAt is not null && v.Status is not PlanStatus.Closed ? v with { Status = PlanStatus.Replaced } : v)] },
        v => v with { ValidatedAt = e.OccurredAt, ValidatedBy = e.UserName });

    private static ImmutableArray<ItemStamp> Stamped(CarePlanView view, PlanItemEvent fact, IEvent e)
    {
        if (fact is PlanItemRemoved) return view.Stamps.RemoveAll(s => s.Item == fact.Item);
        if (PlanItem.From(fact) is { } added)
            return view.Stamps.Add(new(added.Id, e.OccurredAt, e.UserName, e.OccurredAt, e.UserName, added is { Kind: PlanItemKind.Need, Met: false } ? e.OccurredAt : null));
        return [.. view.Stamps.Select(s => s.Item != fact.Item ? s : s with
        {
            ChangedAt = e.OccurredAt, ChangedBy = e.UserName,
            UnmetSince = fact is NeedCoverageStated covered ? (covered.Met ? null : e.OccurredAt) : s.UnmetSince,
        })];
    }
}
