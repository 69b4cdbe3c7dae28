using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class InvokeTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    [Fact]
    public async Task Given_an_invocation_handler_When_invoked_Then_its_result_comes_back()
    {
        await using var node = database.Node(options =>
            options.HandleInvoke<Ask, string>((message, context, _) => Task.FromResult($"{context.Envelope.TenantId}:{message.Number}")));

        (await node.Bus.InvokeAsync<string>(new Ask(3))).ShouldBe($"{node.Tenant}:3");
    }

    [Fact]
    public async Task Given_a_queue_handler_When_invoked_Then_it_runs_in_place_without_the_inbox()
    {
        await using var node = database.Node(options => options.CountInto());

        await node.Bus.InvokeAsync(new Count(1));

        (await node.EffectsAsync()).ShouldBe([1]);
        (await node.InboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_failing_handler_When_invoked_Then_the_caller_gets_its_exception_and_nothing_is_stored()
    {
        await using var node = database.Node(options => options.CountInto((_, _) => throw new NotSupportedException("no")));

        (await Should.ThrowAsync<NotSupportedException>(() => node.Bus.InvokeAsync(new Count(1)))).Message.ShouldBe("no");

        (await node.InboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_no_handler_or_another_result_When_invoked_Then_an_error_names_the_type()
    {
        await using var node = database.Node(options => options.HandleInvoke<Ask, string>((_, _, _) => Task.FromResult("x")));

        await Should.ThrowAsync<NoRouteException>(() => node.Bus.InvokeAsync(new Unheard(1)));
        (await Should.ThrowAsync<NoRouteException>(() => node.Bus.InvokeAsync<int>(new Ask(1)))).MessageType.ShouldBe(typeof(Ask));
    }
}
