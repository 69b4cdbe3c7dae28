using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class SeveralNodesTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private const int Messages = 500;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Given_two_nodes_at_work_When_500_messages_come_Then_each_is_handled_once()
    {
        var remaining = Messages;
        var all = new TaskCompletionSource();
        void Configure(MessagingOptions options) => options.CountInto((_, _) =>
        {
            if (Interlocked.Decrement(ref remaining) == 0)
            {
                all.SetResult();
            }

            return Task.CompletedTask;
        });
        await using var one = database.Node(Configure);
        await using var two = database.Node(Configure, tenant: one.Tenant);
        await one.Runtime.StartAsync(default);
        await two.Runtime.StartAsync(default);

        foreach (var part in Enumerable.Range(0, Messages).Chunk(50))
        {
            await using var session = one.Session();
            foreach (var number in part)
            {
                one.Runtime.Outbox.Send(session, new Count(number));
            }

            await session.SaveChangesAsync();
        }

        await all.Task.WaitAsync(Limit);
        await one.Runtime.StopAsync(default);
        await two.Runtime.StopAsync(default);
        await one.Runtime.DrainAsync();

        (await one.EffectsAsync()).Order().ShouldBe(Enumerable.Range(0, Messages));
        (await one.InboxAsync()).ShouldBe([$"Handled:{Messages}"]);
    }

    [Fact]
    public async Task Given_two_nodes_When_200_scheduled_messages_are_due_Then_each_is_handled_once()
    {
        var clock = new TestClock();
        await using var one = database.Node(options => options.CountInto(), clock);
        await using var two = database.Node(options => options.CountInto(), clock, one.Tenant);
        await using (var session = one.Session())
        {
            for (var number = 0; number < 200; number++)
            {
                one.Runtime.Outbox.Schedule(session, new Count(number), TimeSpan.FromHours(1));
            }

            await session.SaveChangesAsync();
        }

        clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(one.Runtime.DrainAsync(), two.Runtime.DrainAsync());

        (await one.EffectsAsync()).Order().ShouldBe(Enumerable.Range(0, 200));
    }

    [Fact]
    public async Task Given_a_group_When_two_nodes_work_on_it_Then_its_messages_are_handled_in_order_one_at_a_time()
    {
        var running = 0;
        var overlap = false;
        async Task Watch(Count message, MessageContext context)
        {
            overlap |= Interlocked.Increment(ref running) > 1;
            await Task.Yield();
            Interlocked.Decrement(ref running);
        }

        await using var one = database.Node(options => options.CountInto(Watch));
        await using var two = database.Node(options => options.CountInto(Watch), tenant: one.Tenant);
        await using (var session = one.Session())
        {
            for (var number = 0; number < 40; number++)
            {
                one.Runtime.Outbox.Send(session, new Count(number), new DeliveryOptions { GroupId = "person-1" });
            }

            await session.SaveChangesAsync();
        }

        await Task.WhenAll(one.Runtime.DrainAsync(), two.Runtime.DrainAsync());
        await one.Runtime.DrainAsync();

        overlap.ShouldBeFalse();
        (await one.EffectsAsync()).ShouldBe(Enumerable.Range(0, 40));
    }

    [Fact]
    public async Task Given_a_group_whose_first_message_fails_When_it_waits_for_its_retry_Then_the_others_wait_too()
    {
        var clock = new TestClock();
        var fail = true;
        await using var node = database.Node(
            options => options.CountInto((message, _) => message.Number == 1 && fail ? throw new InvalidOperationException() : Task.CompletedTask),
            clock);
        foreach (var number in new[] { 1, 2 })
        {
            await node.Bus.SendAsync(new Count(number), new DeliveryOptions { GroupId = "g" });
        }

        await node.Bus.SendAsync(new Count(3), new DeliveryOptions { GroupId = "other" });
        await node.Runtime.DrainAsync();
        (await node.EffectsAsync()).ShouldBe([3]);

        fail = false;
        clock.Advance(TimeSpan.FromSeconds(2));
        await node.Runtime.DrainAsync();
        (await node.EffectsAsync()).ShouldBe([3, 1, 2]);
    }
}
