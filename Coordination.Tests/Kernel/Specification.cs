using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Tests.Kernel;

/// <summary>Given facts, when a command is decided, then whole values are compared: no database, no clock.</summary>
public sealed class Specification<TState, TFact>(Func<TState?, TFact, TState> evolve)
    where TState : class
    where TFact : class, IDomainEvent
{
    private TState? _state;
    private Decision? _decision;

    public static CommandContext Context { get; } = new(
        new TerritoryId("dac-47"),
        Actor.Of(new ProfessionalId(new Guid("a0000000-0000-4000-8000-000000000001"))),
        new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public Specification<TState, TFact> Given(params TFact[] facts)
    {
        foreach (var fact in facts) _state = evolve(_state, fact);
        return this;
    }

    public Specification<TState, TFact> When<TCommand>(
        TCommand command, Func<TCommand, TState?, CommandContext, Decision> decide, CommandContext? context = null)
    {
        _decision = decide(command, _state, context ?? Context);
        return this;
    }

    public void Then(params IDomainEvent[] events) => _decision.ShouldBe(Decision.Accept(events));

    public void ThenNothing() => _decision.ShouldBe(Decision.Nothing);

    public void ThenRefused(DomainError error) => _decision.ShouldBe(Decision.Refuse(error));

    public void ThenState(TState expected) => _state.ShouldBe(expected);
}
