using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class RegistrationTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private static readonly Func<Count, MessageContext, CancellationToken, Task> Nothing = (_, _, _) => Task.CompletedTask;

    public static TheoryData<string, Action<MessagingOptions>> Mistakes => new()
    {
        { "has no route", options => options.Message<Count>("count") },
        { "has no alias", options => options.Handle("q", Nothing) },
        { "is given to two types", options => options.CountInto().Message<Ask>("count") },
        { "is registered twice", options => options.CountInto().Message<Count>("count", 2) },
        { "two handlers on queue", options => options.CountInto().Handle(Handlers.Queue, Nothing) },
        {
            "two handlers for invocation", options => options
                .HandleInvoke<Ask, int>((_, _, _) => Task.FromResult(1)).HandleInvoke<Ask, int>((_, _, _) => Task.FromResult(2))
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Given_a_mistake_in_the_registrations_When_the_runtime_is_made_Then_it_fails_naming_it(
        string says, Action<MessagingOptions> mistake) =>
        Should.Throw<MessagingConfigurationException>(() => database.Node(mistake)).Message.ShouldContain(says);
}
