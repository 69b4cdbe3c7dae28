using Coordination.Simulator.Bench;

namespace Coordination.Tests.Ops;

public sealed class SpreadTests
{
    [Fact]
    public void Given_a_hundred_durations_When_summed_up_Then_figures_are_by_nearest_rank()
    {
        var spread = Spread.Of(Enumerable.Range(1, 100).Reverse().Select(n => TimeSpan.FromMilliseconds(n)));
        spread.ShouldBe(new Spread(100, 50, 90, 95, 99, 100));
    }

    [Fact]
    public void Given_one_duration_When_summed_up_Then_every_figure_is_it()
    {
        Spread.Of([TimeSpan.FromMilliseconds(3)]).ShouldBe(new Spread(1, 3, 3, 3, 3, 3));
    }

    [Fact]
    public void Given_none_When_summed_up_Then_zero()
    {
        Spread.Of([]).ShouldBe(new Spread(0, 0, 0, 0, 0, 0));
    }
}
