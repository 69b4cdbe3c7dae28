namespace Coordination.Tests.Platform.Messaging;

public sealed class RetryTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    [Fact]
    public async Task Given_cooldowns_When_the_handler_fails_Then_it_runs_again_only_after_each_of_them_and_then_succeeds()
    {
        var clock = new TestClock();
        var attempts = new List<(int Attempt, TimeSpan At)>();
        var start = clock.GetUtcNow();
        await using var node = database.Node(
            options =>
            {
                options.Policies.OnException<InvalidOperationException>()
                    .RetryWithCooldown(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)).Then.MoveToErrorQueue();
                options.CountInto((_, context) =>
                {
                    attempts.Add((context.Envelope.Attempts, clock.GetUtcNow() - start));
                    return attempts.Count < 3 ? throw new InvalidOperationException() : Task.CompletedTask;
                });
            },
            clock);
        await node.Bus.SendAsync(new Count(1));

        for (var second = 0; second <= 80; second += 5)
        {
            await node.Runtime.DrainAsync();
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        attempts.ShouldBe([(1, TimeSpan.Zero), (2, TimeSpan.FromSeconds(10)), (3, TimeSpan.FromSeconds(70))]);
        (await node.EffectsAsync()).ShouldBe([1]);
        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_rule_that_discards_When_the_handler_fails_Then_the_message_counts_as_handled()
    {
        await using var node = database.Node(options =>
        {
            options.Policies.OnException<NotSupportedException>().Discard();
            options.CountInto((_, _) => throw new NotSupportedException());
        });
        await node.Bus.SendAsync(new Count(1));

        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBeEmpty();
        (await node.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_no_rule_When_the_handler_always_fails_Then_the_message_ends_as_a_dead_letter_after_six_attempts()
    {
        var clock = new TestClock();
        var runs = 0;
        await using var node = database.Node(
            options => options.CountInto((_, _) =>
            {
                runs++;
                throw new InvalidOperationException();
            }),
            clock);
        await node.Bus.SendAsync(new Count(1));

        for (var round = 0; round < 10; round++)
        {
            await node.Runtime.DrainAsync();
            clock.Advance(TimeSpan.FromHours(1));
        }

        runs.ShouldBe(6);
        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Single().Attempts.ShouldBe(6);
    }
}
