using Coordination.Domain.Kernel;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Coordination.Tests.Kernel;

/// <summary>One command with its context, ready to be decided on a state.</summary>
public sealed record Step<TState>(object Command, Func<TState?, Decision> Decide)
{
    public override string ToString() => $"{Command}";
}

/// <summary>Laws that hold for any sequence of commands of a stream.</summary>
public static class CommandSequences
{
    // One seed: a run is the same on every machine and on every day.
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(47, 1), FSharpOption<int>.None)));

    /// <summary>
    /// Folding never throws; what was decided is not decided again: the same command then gives no event, and a refusal stays itself.
    /// </summary>
    public static void DecideTwiceIsDecideOnce<TState, TFact>(
        Func<TState?, TFact, TState> evolve, Action<TState>? invariant, params Step<TState>[] commands)
        where TState : class
        where TFact : class, IDomainEvent
    {
        Prop.ForAll(Gen.Elements(commands).ArrayOf().ToArbitrary(), Holds).Check(Fixed);

        void Holds(Step<TState>[] sequence)
        {
            TState? state = null;
            foreach (var step in sequence)
            {
                var first = step.Decide(state);
                foreach (var fact in first.Events) state = evolve(state, fact.ShouldBeAssignableTo<TFact>()!);
                var second = step.Decide(state);
                second.Events.ShouldBeEmpty();
                if (first.IsRefused) second.ShouldBe(first);
                if (state is not null) invariant?.Invoke(state);
            }
        }
    }
}
