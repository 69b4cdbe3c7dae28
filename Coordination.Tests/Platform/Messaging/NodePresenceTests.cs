namespace Coordination.Tests.Platform.Messaging;

public sealed class NodePresenceTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Given_a_message_leased_by_a_killed_node_When_another_runs_Then_it_is_handled_although_the_lease_has_not_run_out()
    {
        var handled = new TaskCompletionSource<int>();
        await using var node = database.Node(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(20);
            options.CountInto((_, context) =>
            {
                handled.TrySetResult(context.Envelope.Attempts);
                return Task.CompletedTask;
            });
        });
        await node.Bus.SendAsync(new Count(1));
        await LeaseAsync(node.Tenant, "killed");

        await node.Runtime.StartAsync(default);

        (await handled.Task.WaitAsync(Limit)).ShouldBe(2);
        await node.Runtime.StopAsync(default);
        (await node.EffectsAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Given_a_node_at_work_on_a_message_When_another_looks_for_the_dead_Then_it_keeps_its_lease()
    {
        var (running, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var living = database.Node(options => options.CountInto((_, _) =>
        {
            running.SetResult();
            return go.Task;
        }));
        await using var other = database.Node(options => options.CountInto((_, _) => throw new InvalidOperationException("not mine")), tenant: living.Tenant);
        await living.Runtime.StartAsync(default);
        await living.Bus.SendAsync(new Count(1));
        await running.Task.WaitAsync(Limit);

        await other.Runtime.DrainAsync();
        go.SetResult();
        await living.Runtime.StopAsync(default);

        (await living.EffectsAsync()).ShouldBe([1]);
        (await living.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_a_node_that_ended_in_order_When_another_looks_for_the_dead_Then_its_lock_is_free_though_its_process_lives()
    {
        await using var node = database.Node(options => options.CountInto());
        string name;
        await using (var ended = database.Node(options => options.CountInto(), tenant: node.Tenant))
        {
            await ended.Runtime.DrainAsync();
            name = ended.Runtime.Options.NodeName;
        }

        await node.Bus.SendAsync(new Count(1));
        await LeaseAsync(node.Tenant, name);
        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBe([1]);
    }

    private Task LeaseAsync(string tenant, string owner) => database.ExecuteAsSuperuserAsync(
        $"update wolverine_incoming_envelopes set owner_node = '{owner}', attempts = 1, lease_until = '2999-01-01' where tenant_id = '{tenant}'");
}
