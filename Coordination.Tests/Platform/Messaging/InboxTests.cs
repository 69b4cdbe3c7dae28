using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class InboxTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private static readonly TimeSpan PastLease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Given_a_message_id_sent_twice_When_before_and_after_handling_Then_there_is_one_effect()
    {
        await using var node = database.Node(options => options.CountInto());
        var once = new DeliveryOptions { MessageId = Guid.NewGuid() };

        await node.Bus.SendAsync(new Count(1), once);
        await node.Bus.SendAsync(new Count(1), once);
        await node.Runtime.DrainAsync();
        await node.Bus.SendAsync(new Count(1), once);
        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Given_a_node_that_died_with_a_lease_When_the_lease_runs_out_Then_another_node_handles_the_message()
    {
        var clock = new TestClock();
        var hanging = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        await using var dead = database.Node(
            options => options.CountInto((_, _) =>
            {
                reached.SetResult();
                return hanging.Task;
            }),
            clock);
        await using var alive = database.Node(options => options.CountInto(), clock, dead.Tenant);
        await dead.Bus.SendAsync(new Count(1));
        var stuck = dead.Runtime.DrainAsync();
        await reached.Task;

        await alive.Runtime.DrainAsync();
        (await alive.EffectsAsync()).ShouldBeEmpty();
        clock.Advance(PastLease);
        await alive.Runtime.DrainAsync();
        (await alive.EffectsAsync()).ShouldBe([1]);

        // The node was only slow: its late save must be refused.
        hanging.SetResult();
        await stuck;
        (await alive.EffectsAsync()).ShouldBe([1]);
        (await alive.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_connections_that_are_cut_When_the_handler_saves_Then_the_message_is_tried_again_with_one_effect()
    {
        var clock = new TestClock();
        var attempts = 0;
        await using var node = database.Node(
            options => options.CountInto(async (_, _) =>
            {
                if (++attempts == 1)
                {
                    await database.CutConnectionsAsync();
                }
            }),
            clock);
        await node.Bus.SendAsync(new Count(1));

        for (var round = 0; round < 6; round++)
        {
            await node.Runtime.DrainAsync();
            clock.Advance(PastLease);
        }

        attempts.ShouldBeGreaterThan(1);
        (await node.EffectsAsync()).ShouldBe([1]);
        (await node.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_a_handler_that_fails_after_its_commit_When_delivered_again_Then_there_is_one_effect()
    {
        var clock = new TestClock();
        var runs = 0;
        await using var node = database.Node(
            options => options.Message<Count>("count").Handle<Count>(Handlers.Queue, async (message, context, ct) =>
            {
                runs++;
                await using var session = context.OpenSession();
                session.AppendCounted(message.Number);
                await session.SaveChangesAsync(ct);
                throw new InvalidOperationException("after the commit");
            }),
            clock);
        await node.Bus.SendAsync(new Count(1));

        await node.Runtime.DrainAsync();
        clock.Advance(PastLease);
        await node.Runtime.DrainAsync();

        runs.ShouldBe(1);
        (await node.EffectsAsync()).ShouldBe([1]);
        (await node.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_a_handler_that_saves_two_sessions_When_run_Then_the_second_is_refused_and_reported()
    {
        await using var node = database.Node(options => options.Message<Count>("count").Handle<Count>(Handlers.Queue, async (message, context, ct) =>
        {
            for (var number = 1; number <= 2; number++)
            {
                await using var session = context.OpenSession();
                session.AppendCounted(number);
                await session.SaveChangesAsync(ct);
            }
        }));

        var tracked = await node.Runtime.TrackActivity().ExecuteAndWaitAsync(bus => bus.SendAsync(new Count(0)), node.Tenant);

        tracked.Outcomes.Single().Outcome.ShouldBe(MessageOutcome.SavedTwice);
        (await node.EffectsAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Given_handled_ids_When_their_time_is_over_Then_they_are_forgotten_and_not_before()
    {
        var clock = new TestClock();
        await using var node = database.Node(options => options.CountInto(), clock);
        await node.Bus.SendAsync(new Count(1));
        await node.Runtime.DrainAsync();

        clock.Advance(TimeSpan.FromDays(399));
        await node.Runtime.PurgeAsync();
        (await node.InboxAsync()).ShouldBe(["Handled:1"]);
        clock.Advance(TimeSpan.FromDays(2));
        await node.Runtime.PurgeAsync();
        (await node.InboxAsync()).ShouldBeEmpty();
    }
}
