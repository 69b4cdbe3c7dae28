using Coordination.Domain.Kernel;

namespace Coordination.Tests.Kernel;

/// <summary>The laws are able to fail.</summary>
public sealed class CommandSequencesTests
{
    private sealed record Counted(int Total) : IDomainEvent;

    [Fact]
    public void Given_a_decision_that_repeats_itself_When_checked_Then_found() =>
        Should.Throw<Exception>(() => Check(_ => Decision.Accept(new Counted(1)))).Message.ShouldContain("Falsifiable");

    [Fact]
    public void Given_a_fold_that_throws_When_checked_Then_found() =>
        Should.Throw<Exception>(() => CommandSequences.DecideTwiceIsDecideOnce<Counted, Counted>(
            (_, _) => throw new InvalidOperationException("no such fact"), null, new Step<Counted>("count", _ => Decision.Accept(new Counted(1)))))
            .Message.ShouldContain("no such fact");

    [Fact]
    public void Given_a_broken_invariant_When_checked_Then_found() =>
        Should.Throw<Exception>(() => Check(Once, state => state.Total.ShouldBe(2))).Message.ShouldContain("Falsifiable");

    [Fact]
    public void Given_a_decision_that_counts_once_When_checked_Then_accepted() => Check(Once);

    private static Decision Once(Counted? state) => state is null ? Decision.Accept(new Counted(1)) : Decision.Nothing;

    private static void Check(Func<Counted?, Decision> decide, Action<Counted>? invariant = null) =>
        CommandSequences.DecideTwiceIsDecideOnce<Counted, Counted>((_, fact) => fact, invariant, new Step<Counted>("count", decide));
}
