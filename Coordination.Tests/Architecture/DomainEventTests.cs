using Coordination.Domain.Kernel;

namespace Coordination.Tests.Architecture;

/// <summary>A fact is one type, never a subtype of another fact: what is stored under an alias is read back as that type.</summary>
public sealed class DomainEventTests
{
    [Fact]
    public void Given_the_events_of_the_domain_When_listed_Then_each_is_sealed_or_abstract()
    {
        var events = typeof(IDomainEvent).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IDomainEvent))).ToArray();
        events.Length.ShouldBeGreaterThan(10);
        Open(events).ShouldBeEmpty();
    }

    [Fact]
    public void Given_an_event_that_can_be_inherited_When_listed_Then_found() =>
        Open([typeof(Base), typeof(Closed), typeof(Inheritable), typeof(string[])]).ShouldBe([typeof(Inheritable)]);

    private static IEnumerable<Type> Open(IEnumerable<Type> types) =>
        types.Where(t => t.IsAssignableTo(typeof(IDomainEvent)) && t is { IsInterface: false, IsSealed: false, IsAbstract: false });

    private abstract record Base : IDomainEvent;

    private sealed record Closed : Base;

#pragma warning disable CA1852 // The canary has to be open.
    private record Inheritable : Base;
#pragma warning restore CA1852
}
