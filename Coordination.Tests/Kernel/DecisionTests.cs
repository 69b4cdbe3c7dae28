using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Tests.Kernel;

public sealed class DecisionTests
{
    private sealed record Told(int Number) : IDomainEvent;

    private sealed record Broken() : DomainError("BROKEN", "field");

    [Fact]
    public void Given_the_same_events_When_two_decisions_are_compared_Then_they_are_equal()
    {
        Decision.Accept(new Told(1), new Told(2)).ShouldBe(Decision.Accept(new Told(1), new Told(2)));
        Decision.Accept(new Told(1), new Told(2)).GetHashCode().ShouldBe(Decision.Accept(new Told(1), new Told(2)).GetHashCode());
        Decision.Accept().ShouldBe(Decision.Nothing);
    }

    [Fact]
    public void Given_other_events_or_a_refusal_When_two_decisions_are_compared_Then_they_differ()
    {
        Decision.Accept(new Told(1), new Told(2)).ShouldNotBe(Decision.Accept(new Told(2), new Told(1)));
        Decision.Accept(new Told(1)).ShouldNotBe(Decision.Accept(new Told(1), new Told(1)));
        Decision.Refuse(new Broken()).ShouldNotBe(Decision.Nothing);
    }

    [Fact]
    public void Given_an_error_When_refused_Then_nothing_is_to_be_written()
    {
        var refused = Decision.Refuse(new Broken());
        refused.IsRefused.ShouldBeTrue();
        refused.Events.ShouldBeEmpty();
        (refused.Error!.Code, refused.Error.Field).ShouldBe(("BROKEN", "field"));
    }

    [Fact]
    public void Given_actors_When_named_Then_each_kind_has_its_own_stable_id()
    {
        var professional = new ProfessionalId(new Guid("a0000000-0000-4000-8000-000000000001"));
        Actor.Platform.ShouldBe(new Actor("platform", null));
        Actor.Interface("ch-agen").ShouldBe(new Actor("interface:ch-agen", null));
        Actor.Of(professional).ShouldBe(new Actor("a0000000-0000-4000-8000-000000000001", professional));
    }
}
