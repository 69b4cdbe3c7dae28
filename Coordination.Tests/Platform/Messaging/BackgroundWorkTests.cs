using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class BackgroundWorkTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Given_a_running_node_When_events_are_committed_with_a_message_Then_it_is_handled_without_a_poll()
    {
        var handled = new TaskCompletionSource();
        await using var node = database.Node(options =>
        {
            options.PollInterval = TimeSpan.FromHours(1);
            options.CountInto(Then(handled));
        });
        await node.Runtime.StartAsync(default);

        await using var session = node.Session();
        session.AppendCounted(1);
        node.Runtime.Outbox.Send(session, new Count(2));
        await session.SaveChangesAsync();

        await handled.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task Given_a_message_sent_by_another_process_When_no_signal_comes_Then_the_poll_finds_it()
    {
        var handled = new TaskCompletionSource();
        await using var node = database.Node(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(20);
            options.CountInto(Then(handled));
        });
        await using var other = database.Node(options => options.CountInto(), tenant: node.Tenant);
        await node.Runtime.StartAsync(default);

        await other.Bus.SendAsync(new Count(1));

        await handled.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task Given_a_running_node_When_its_connections_are_cut_Then_it_goes_on_by_itself()
    {
        var handled = new TaskCompletionSource();
        await using var node = database.Node(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(20);
            options.CountInto(Then(handled));
        });
        await using var other = database.Node(options => options.CountInto(), tenant: node.Tenant);
        await node.Runtime.StartAsync(default);
        await database.CutConnectionsAsync();

        // The sender's pool is new, so only the node under test has lost its connections.
        await other.Bus.SendAsync(new Count(1));

        await handled.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task Given_a_handler_at_work_When_the_node_stops_Then_the_message_is_released_and_another_node_handles_it_at_once()
    {
        var clock = new TestClock();
        var running = new TaskCompletionSource();
        await using var stopping = database.Node(
            options =>
            {
                options.ShutdownGrace = TimeSpan.Zero;
                options.Message<Count>("count").Handle<Count>(Handlers.Queue, async (_, _, ct) =>
                {
                    running.SetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, ct);
                });
            },
            clock);
        var attempt = 0;
        await using var next = database.Node(
            options => options.CountInto((_, context) => Task.FromResult(attempt = context.Envelope.Attempts)), clock, stopping.Tenant);
        await stopping.Runtime.StartAsync(default);
        await stopping.Bus.SendAsync(new Count(1));
        await running.Task.WaitAsync(Limit);

        await stopping.Runtime.StopAsync(default);
        await next.Runtime.DrainAsync();

        (await next.EffectsAsync()).ShouldBe([1]);
        attempt.ShouldBe(1);
    }

    [Fact]
    public async Task Given_messages_in_all_states_When_measured_Then_counts_ages_and_durations_are_published()
    {
        var clock = new TestClock();
        var measured = new Dictionary<string, double>();
        var durations = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "Platform.Messaging")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument is Histogram<double>)
            {
                durations.Add(string.Join(',', tags.ToArray().Select(tag => tag.Value)));
            }
            else
            {
                measured[instrument.Name] = value;
            }
        });
        listener.Start();
        await using var node = database.Node(
            options =>
            {
                options.Policies.OnException<InvalidOperationException>().MoveToErrorQueue();
                options.CountInto((message, _) => message.Number < 0 ? throw new InvalidOperationException() : Task.CompletedTask);
            },
            clock);
        await node.Bus.SendAsync(new Count(1));
        await node.Bus.SendAsync(new Count(-1));
        await node.Runtime.DrainAsync();
        await node.Bus.ScheduleAsync(new Count(2), TimeSpan.FromDays(300));
        await node.Bus.SendAsync(new Count(3));
        clock.Advance(TimeSpan.FromSeconds(90));

        var counts = await node.Runtime.CountAsync();
        listener.RecordObservableInstruments();

        counts.ShouldBe(new MessageCounts(
            1, 1, 0, 1, TimeSpan.FromSeconds(90), TimeSpan.Zero, TimeSpan.FromSeconds(90)));
        (measured["messaging.inbox.count"], measured["messaging.inbox.oldest_due"]).ShouldBe((1, 90));
        durations.ShouldContain("count,Handled");
        durations.ShouldContain("count,MovedToErrorQueue");
        await node.Runtime.DrainAsync();
    }

    [Fact]
    public async Task Given_the_host_s_services_When_messaging_is_added_Then_bus_and_background_work_belong_to_one_runtime()
    {
        await using var node = database.Node(options => options.CountInto());
        var services = new ServiceCollection();
        services.AddSingleton(node.Store);
        services.AddMessaging((_, options) => options.CountInto());
        await using var provider = services.BuildServiceProvider();

        await using var scope = provider.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        bus.TenantId = node.Tenant;
        await bus.SendAsync(new Count(1));
        var runtime = provider.GetServices<IHostedService>().OfType<MessagingRuntime>().Single();
        await runtime.DrainAsync();

        runtime.ShouldBeSameAs(provider.GetRequiredService<MessagingRuntime>());
        (await node.EffectsAsync()).ShouldBe([1]);
    }

    private static Func<Count, MessageContext, Task> Then(TaskCompletionSource signal) => (_, _) =>
    {
        signal.TrySetResult();
        return Task.CompletedTask;
    };
}
