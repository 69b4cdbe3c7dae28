using System.Runtime.CompilerServices;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Platform.EventStore;

public sealed class RegistrationTests
{
    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");

    [Fact]
    public void Given_a_snapshot_of_every_version_When_verified_Then_all_can_be_read() => EventSnapshots.Verify(SampleFixture.Create(), Folder());

    [Fact]
    public void Given_an_event_without_snapshot_When_verified_Then_it_is_named()
    {
        var options = SampleFixture.Create();
        options.Events.Map<string>("new_event", 1);
        Should.Throw<ShouldAssertException>(() => EventSnapshots.Verify(options, Folder())).Message.ShouldContain("new_event.1.json is missing");
    }

    [Fact]
    public void Given_wrong_registrations_When_made_Then_each_is_refused_by_name()
    {
        Refused(o => o.Events.Map<string>("account_opened"), "account_opened");
        Refused(o => o.Events.Map<AccountOpened>("again"), "AccountOpened");
        Refused(o => o.Events.Map<string>("Not Snake"), "Not Snake");
        Refused(o => o.Events.Upcast("amount_paid_in", 1, b => b), "amount_paid_in");
        Refused(o => o.Events.Map<string>("third", 3), "no upcast from 1");
        Refused(o => o.Events.Upcast("account_closed", 1, b => b), "leads nowhere");
        Refused(o => o.Aggregates.Map<Account>("other", Account.Evolve), "other");
        Refused(o => o.Projections.View(AccountProjection.View()), "account");
        Refused(o => o.Projections.Add(new AccountProjection(), ProjectionLifecycle.Inline), "two projections");
        Refused(o => o.Projections.View(new ViewDefinition<string>("lonely", 1)), "no projection");
        Should.Throw<StoreConfigurationException>(() => new ViewDefinition<string>("drop table", 1));
        Should.Throw<StoreConfigurationException>(() => new ViewDefinition<string>("a", 1).Column("x", "text; drop", _ => null));
    }

    private static void Refused(Action<StoreOptions> change, string named)
    {
        var options = SampleFixture.Create();
        Should.Throw<StoreConfigurationException>(() =>
        {
            change(options);
            _ = new DocumentStore(new Database(new DatabaseOptions { ConnectionString = "Host=none;Database=none" }), options);
        }).Message.ShouldContain(named);
    }
}
