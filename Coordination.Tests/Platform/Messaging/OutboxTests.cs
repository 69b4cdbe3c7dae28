using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class OutboxTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    [Fact]
    public async Task Given_a_message_in_a_session_When_it_is_not_saved_Then_nothing_is_handled()
    {
        await using var node = database.Node(options => options.CountInto());
        await using (var session = node.Session())
        {
            session.AppendCounted(1);
            node.Runtime.Outbox.Send(session, new Count(2));
        }

        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBeEmpty();
        (await node.InboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_lost_race_When_the_transaction_rolls_back_Then_the_message_is_gone_with_its_events()
    {
        await using var node = database.Node(options => options.CountInto());
        var stream = Guid.NewGuid();
        await using (var first = node.Session())
        {
            first.Events.StartStream<Counter>(stream, new Counted(1));
            await first.SaveChangesAsync();
        }

        await using var second = node.Session();
        second.Events.StartStream<Counter>(stream, new Counted(2));
        node.Runtime.Outbox.Send(second, new Count(3));
        await Should.ThrowAsync<ConcurrencyException>(() => second.SaveChangesAsync());
        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBe([1]);
        (await node.InboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_committed_message_When_the_queue_is_drained_twice_Then_it_is_handled_once()
    {
        await using var node = database.Node(options => options.CountInto());
        await using var session = node.Session();
        session.AppendCounted(1);
        node.Runtime.Outbox.Send(session, new Count(2));
        await session.SaveChangesAsync();

        await node.Runtime.DrainAsync();
        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBe([1, 2]);
        (await node.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_a_handler_that_reads_only_When_it_ends_Then_the_message_is_marked_handled()
    {
        var runs = 0;
        await using var node = database.Node(options => options.Message<Count>("count").Handle<Count>("reads", (_, _, _) =>
        {
            runs++;
            return Task.CompletedTask;
        }));
        await node.Bus.SendAsync(new Count(1));

        await node.Runtime.DrainAsync();
        await node.Runtime.DrainAsync();

        runs.ShouldBe(1);
        (await node.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_a_message_for_another_tenant_When_drained_Then_it_is_handled_in_that_tenant()
    {
        await using var node = database.Node(options => options.CountInto());
        await using var session = node.Session();
        var id = Guid.NewGuid();
        node.Runtime.Outbox.Send(session, new Count(7), new DeliveryOptions { TenantId = "ELSEWHERE", MessageId = id });
        await session.SaveChangesAsync();
        (await node.Runtime.CountAsync()).Outbox.ShouldBe(1);

        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBeEmpty();
        (await node.EffectsAsync("ELSEWHERE")).ShouldBe([7]);
        (await node.Runtime.CountAsync()).Outbox.ShouldBe(0);
    }

    [Fact]
    public async Task Given_two_handlers_on_two_queues_When_published_Then_each_handles_it()
    {
        await using var node = database.Node(options => options.CountInto().Handle<Count>("others", async (message, context, ct) =>
        {
            await using var session = context.OpenSession();
            session.AppendCounted(-message.Number);
            await session.SaveChangesAsync(ct);
        }));

        await node.Bus.PublishAsync(new Count(5));
        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).Order().ShouldBe([-5, 5]);
    }

    [Fact]
    public async Task Given_no_handler_When_sent_Then_an_error_names_the_type_but_published_it_is_let_go()
    {
        await using var node = database.Node(options => options.CountInto());

        (await Should.ThrowAsync<NoRouteException>(() => node.Bus.SendAsync(new Unheard(1)))).MessageType.ShouldBe(typeof(Unheard));
        await node.Bus.PublishAsync(new Unheard(1));

        (await node.InboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_bus_without_tenant_When_sent_Then_it_is_refused()
    {
        await using var node = database.Node(options => options.CountInto());

        await Should.ThrowAsync<TenantRequiredException>(() => node.Runtime.CreateBus().SendAsync(new Count(1)));
    }
}
