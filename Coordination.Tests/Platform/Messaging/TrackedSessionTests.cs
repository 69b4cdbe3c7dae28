using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class TrackedSessionTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    [Fact]
    public async Task Given_messages_that_cause_messages_When_tracked_Then_all_are_handled_and_reported_with_their_cause()
    {
        await using var node = database.Node(options => options.CountInto()
            .Message<CountMany>("count_many").Handle<CountMany>("many", async (message, context, ct) =>
            {
                await using var session = context.OpenSession();
                for (var number = 0; number < message.Times; number++)
                {
                    context.Send(session, new Count(number));
                }

                await session.SaveChangesAsync(ct);
            }));

        var tracked = await node.Runtime.TrackActivity().ExecuteAndWaitAsync(
            bus => bus.SendAsync(new CountMany(3), new DeliveryOptions { CorrelationId = "c-1", UserName = "u-1" }), node.Tenant);

        tracked.Sent.Envelopes.Count.ShouldBe(4);
        tracked.Received.Envelopes.Count.ShouldBe(4);
        tracked.Executed.SingleMessage<CountMany>().ShouldBe(new CountMany(3));
        tracked.Executed.MessagesOf<Count>().ShouldBe([new Count(0), new Count(1), new Count(2)]);
        var cause = tracked.Sent.Envelopes.First().Id.ToString();
        tracked.Executed.Envelopes.Where(envelope => envelope.MessageType == "count")
            .Select(envelope => (envelope.CausationId, envelope.CorrelationId, envelope.UserName)).Distinct()
            .ShouldBe([(cause, "c-1", "u-1")]);
        (await node.EffectsAsync()).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Given_a_session_of_a_request_When_it_queues_a_message_Then_the_message_belongs_to_the_same_request()
    {
        await using var node = database.Node(options => options.CountInto());
        var tracked = await node.Runtime.TrackActivity().ExecuteAndWaitAsync(
            async _ =>
            {
                await using var session = node.Store.LightweightSession(new SessionOptions(node.Tenant) { CorrelationId = "r-1" });
                node.Runtime.Outbox.Send(session, new Count(1));
                node.Runtime.Outbox.Send(session, new Count(2), new DeliveryOptions { CorrelationId = "r-2" });
                await session.SaveChangesAsync();
            },
            node.Tenant);
        tracked.Sent.Envelopes.Select(e => e.CorrelationId).ShouldBe(["r-1", "r-2"]);
    }

    [Fact]
    public async Task Given_a_failing_handler_When_tracked_Then_the_failure_is_reported_with_its_exception()
    {
        await using var node = database.Node(options =>
        {
            // Far enough not to come due in another test of this database.
            options.Policies.OnException<InvalidOperationException>().RetryWithCooldown(TimeSpan.FromDays(1));
            options.CountInto((_, _) => throw new InvalidOperationException("why"));
        });

        var tracked = await node.Runtime.TrackActivity().ExecuteAndWaitAsync(bus => bus.SendAsync(new Count(1)), node.Tenant);

        tracked.Rescheduled.SingleMessage<Count>().ShouldBe(new Count(1));
        tracked.Executed.Envelopes.ShouldBeEmpty();
        tracked.Outcomes.Single().Error.ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("why");
    }

    [Fact]
    public async Task Given_companion_work_that_sends_When_tracked_Then_what_it_sends_is_handled_too()
    {
        await using var node = database.Node(options => options.CountInto());
        var sent = false;

        await node.Runtime.TrackActivity()
            .AlsoDrive(async ct =>
            {
                if (!sent && (await node.EffectsAsync()).Count > 0)
                {
                    sent = true;
                    await node.Bus.SendAsync(new Count(2), ct: ct);
                }
            })
            .ExecuteAndWaitAsync(bus => bus.SendAsync(new Count(1)), node.Tenant);

        (await node.EffectsAsync()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Given_an_activity_that_never_ends_When_tracked_Then_it_fails_with_a_timeout()
    {
        await using var node = database.Node(options => options.CountInto());

        await Should.ThrowAsync<TimeoutException>(() => node.Runtime.TrackActivity()
            .Timeout(TimeSpan.FromMilliseconds(1))
            .ExecuteAndWaitAsync(_ => new TaskCompletionSource().Task, node.Tenant));
    }
}
