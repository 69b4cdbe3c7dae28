using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class ScheduledTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task Given_a_scheduled_message_When_its_time_comes_Then_it_is_handled_once_and_not_before()
    {
        await using var node = Node();
        await node.Bus.ScheduleAsync(new Count(1), TimeSpan.FromHours(2));

        await AfterAsync(node, TimeSpan.FromMinutes(119));
        (await node.EffectsAsync()).ShouldBeEmpty();
        await AfterAsync(node, TimeSpan.FromMinutes(1));
        await AfterAsync(node, TimeSpan.FromHours(2));
        (await node.EffectsAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Given_a_scheduled_message_When_all_nodes_are_new_Then_it_is_still_handled()
    {
        string tenant;
        await using (var before = Node())
        {
            tenant = before.Tenant;
            await before.Bus.ScheduleAsync(new Count(1), _clock.GetUtcNow().AddDays(3));
        }

        await using var after = Node(tenant);
        await AfterAsync(after, TimeSpan.FromDays(4));

        (await after.EffectsAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Given_a_scheduled_message_with_a_key_When_cancelled_Then_it_is_never_handled()
    {
        await using var node = Node();
        await node.Bus.ScheduleAsync(new Count(1), TimeSpan.FromHours(1), new DeliveryOptions { ScheduleKey = "reminder" });
        await node.Bus.ScheduleAsync(new Count(2), TimeSpan.FromHours(1), new DeliveryOptions { ScheduleKey = "other" });

        await node.Bus.CancelScheduledAsync("reminder");
        await AfterAsync(node, TimeSpan.FromHours(2));

        (await node.EffectsAsync()).ShouldBe([2]);
    }

    [Fact]
    public async Task Given_a_cancellation_that_is_rolled_back_When_the_time_comes_Then_the_message_is_handled()
    {
        await using var node = Node();
        await node.Bus.ScheduleAsync(new Count(1), TimeSpan.FromHours(1), new DeliveryOptions { ScheduleKey = "reminder" });
        await using (var session = node.Session())
        {
            node.Runtime.Outbox.CancelScheduled(session, "reminder");
        }

        await AfterAsync(node, TimeSpan.FromHours(2));

        (await node.EffectsAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Given_a_key_scheduled_again_When_the_times_come_Then_only_the_second_message_is_handled()
    {
        await using var node = Node();
        await node.Bus.ScheduleAsync(new Count(1), TimeSpan.FromHours(1), new DeliveryOptions { ScheduleKey = "reminder" });
        await node.Bus.ScheduleAsync(new Count(2), TimeSpan.FromHours(3), new DeliveryOptions { ScheduleKey = "reminder" });

        await AfterAsync(node, TimeSpan.FromHours(2));
        (await node.EffectsAsync()).ShouldBeEmpty();
        await AfterAsync(node, TimeSpan.FromHours(2));
        (await node.EffectsAsync()).ShouldBe([2]);
    }

    [Fact]
    public async Task Given_a_key_When_used_after_its_message_was_handled_Then_the_new_message_is_handled_too()
    {
        await using var node = Node();
        foreach (var number in new[] { 1, 2 })
        {
            await node.Bus.ScheduleAsync(new Count(number), TimeSpan.FromHours(1), new DeliveryOptions { ScheduleKey = "reminder" });
            await AfterAsync(node, TimeSpan.FromHours(1));
        }

        (await node.EffectsAsync()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Given_a_message_id_handled_under_a_key_When_scheduled_again_Then_there_is_no_second_effect()
    {
        await using var node = Node();
        var once = new DeliveryOptions { ScheduleKey = "reminder", MessageId = Guid.NewGuid() };
        for (var round = 0; round < 3; round++)
        {
            await node.Bus.ScheduleAsync(new Count(1), TimeSpan.FromHours(1), once);
            await node.Bus.ScheduleAsync(new Count(1), TimeSpan.FromHours(1), once);
            await AfterAsync(node, TimeSpan.FromHours(1));
        }

        (await node.EffectsAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Given_a_message_that_is_running_When_it_is_cancelled_first_Then_its_effects_are_not_written()
    {
        TestNode? self = null;
        await using var node = self = database.Node(
            options => options.CountInto((_, _) => self!.Bus.CancelScheduledAsync("reminder")), _clock);
        await node.Bus.ScheduleAsync(new Count(1), TimeSpan.FromHours(1), new DeliveryOptions { ScheduleKey = "reminder" });

        await AfterAsync(node, TimeSpan.FromHours(1));

        (await node.EffectsAsync()).ShouldBeEmpty();
        (await node.InboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_key_for_another_tenant_When_scheduled_Then_it_is_refused()
    {
        await using var node = Node();
        await using var session = node.Session();

        Should.Throw<ArgumentException>(() => node.Runtime.Outbox.Schedule(
            session, new Count(1), TimeSpan.FromHours(1), new DeliveryOptions { ScheduleKey = "k", TenantId = "ELSEWHERE" }));
    }

    private TestNode Node(string? tenant = null) => database.Node(options => options.CountInto(), _clock, tenant);

    private async Task AfterAsync(TestNode node, TimeSpan time)
    {
        _clock.Advance(time);
        await node.Runtime.DrainAsync();
    }
}
