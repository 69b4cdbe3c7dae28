using System.Text.Json.Nodes;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed record AccountOpened(string Owner);

public sealed record AmountPaidIn(int Cents, string Branch);

public sealed record AccountClosed;

public sealed record Account(string Owner, int Cents, bool Closed)
{
    public static Account? Evolve(Account? state, IEvent e) => e.Data switch
    {
        AccountOpened o => new(o.Owner, 0, false),
        AmountPaidIn p => state! with { Cents = state.Cents + p.Cents },
        AccountClosed => state! with { Closed = true },
        _ => state,
    };
}

public sealed record AccountView(Guid Id, string Owner, int Cents, long Version, DateTimeOffset ChangedAt);

public sealed class AccountProjection : SingleStreamProjection<AccountView>
{
    public static ViewDefinition<AccountView> View() => new ViewDefinition<AccountView>("account", 1)
        .Id(v => v.Id).Column("cents", "integer", v => v.Cents).Column("changed_at", "timestamptz", v => v.ChangedAt).Index("cents", "id");

    public override AccountView? Evolve(AccountView? view, IEvent e) => e.Data switch
    {
        AccountOpened o => new(e.StreamId, o.Owner, 0, e.Version, e.RecordedAt),
        AmountPaidIn p => view! with { Cents = view.Cents + p.Cents, Version = e.Version, ChangedAt = e.RecordedAt },
        AccountClosed => null,
        _ => view,
    };
}

/// <summary>A row per branch, in the tenant of the branch, which is not that of the account.</summary>
public sealed record BranchView(Guid Id, string From, int Cents, IReadOnlyList<long> Positions);

public sealed class BranchProjection : MultiStreamProjection<BranchView>
{
    public static ViewDefinition<BranchView> View() => new ViewDefinition<BranchView>("branch", 1).Id(v => v.Id);

    public static string TenantOf(string branch) => "branch-" + branch;

    public override void Group(IEvent e, IEventGrouping grouping)
    {
        if (e.Data is AmountPaidIn p) grouping.To(TenantOf(p.Branch), e.StreamId);
    }

    public override BranchView? Evolve(BranchView? view, Guid id, IEvent e) =>
        new(id, e.TenantId, (view?.Cents ?? 0) + ((AmountPaidIn)e.Data).Cents, [.. view?.Positions ?? [], e.Position]);
}

/// <summary>Cannot take in a payment of 666 cents.</summary>
public sealed record FragileView(Guid Id, int Count);

public sealed class FragileProjection : SingleStreamProjection<FragileView>
{
    public static ViewDefinition<FragileView> View() => new ViewDefinition<FragileView>("fragile", 1).Id(v => v.Id);

    public override FragileView? Evolve(FragileView? view, IEvent e) => e.Data is AmountPaidIn { Cents: 666 }
        ? throw new InvalidOperationException("Not this one.")
        : new(e.StreamId, (view?.Count ?? 0) + 1);
}

public class SampleFixture : StoreFixture
{
    protected override string Template => "sample";

    public override StoreOptions CreateOptions() => Create();

    public static StoreOptions Create()
    {
        var options = new StoreOptions();
        options.Events
            .Map<AccountOpened>("account_opened", 1)
            .Map<AmountPaidIn>("amount_paid_in", 2)
            .Map<AccountClosed>("account_closed", 1)
            .Upcast("amount_paid_in", 1, body =>
            {
                // Version 1 said euros.
                var node = JsonObject.Create(body)!;
                node["cents"] = node["euros"]!.GetValue<int>() * 100;
                node.Remove("euros");
                return System.Text.Json.JsonSerializer.SerializeToElement(node);
            });
        options.Aggregates.Map<Account>("account", Account.Evolve);
        options.Projections
            .View(AccountProjection.View()).Add(new AccountProjection(), ProjectionLifecycle.Inline)
            .View(BranchProjection.View()).Add(new BranchProjection(), ProjectionLifecycle.Async)
            .View(FragileProjection.View()).Add(new FragileProjection(), ProjectionLifecycle.Async);
        return options;
    }

    public IDocumentSession Session(string tenant) => Store.LightweightSession(new SessionOptions(tenant));

    public async Task<Guid> OpenAccountAsync(string tenant, params int[] payments)
    {
        var id = Guid.CreateVersion7();
        await using var session = Session(tenant);
        session.Events.StartStream<Account>(id, [new AccountOpened("owner"), .. payments.Select(p => (object)new AmountPaidIn(p, "north"))]);
        await session.SaveChangesAsync();
        return id;
    }
}
