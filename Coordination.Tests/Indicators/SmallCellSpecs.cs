using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Indicators;

namespace Coordination.Tests.Indicators;

/// <summary>What is masked, on examples and on 2,000 tables of a fixed seed.</summary>
public sealed class SmallCellSpecs
{
    private sealed record Case(PersonId Person, string Key, bool Counted);

    private static PersonId Person(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static IEnumerable<Case> Cases(string key, int counted, int others, int from) =>
        Enumerable.Range(from, counted + others).Select((n, i) => new Case(Person(n), key, i < counted));

    private static ImmutableArray<Measure> Measures(IReadOnlyCollection<Case> cases) =>
        [Measure.Count("N", cases, c => c.Person), Measure.Share("SHARE", cases, c => c.Person, c => c.Counted, c => !c.Counted)];

    private static IndicatorTable Table(params Case[] cases) => IndicatorTable.Of(cases, c => c.Key, [], Measures);

    private static string Show(IndicatorTable table) => string.Join(' ', table.Rows.Select(r => $"{r.Key}:{string.Join(',', r.Measures.Select(m => m.Masked ? "x" : $"{m.Numerator}"))}"));

    [Theory]
    [InlineData(10, 0, true)]
    [InlineData(0, 40, true)]
    [InlineData(11, 0, false)]
    [InlineData(11, 1, true)]
    [InlineData(30, 10, true)]
    [InlineData(30, 11, false)]
    public void Given_persons_in_and_out_of_a_numerator_When_looked_at_Then_few_on_either_side_are_masked(int counted, int others, bool masked)
    {
        var share = SmallCells.Mask(Table([.. Cases("a", counted, others, 1)]), 11).Measures[1];
        share.Masked.ShouldBe(masked);
        (share.Value is null).ShouldBe(masked);
        (share.Numerator is null).ShouldBe(masked);
        (share.Denominator is null).ShouldBe(masked);
    }

    [Fact]
    public void Given_one_person_counted_twelve_times_When_masked_Then_she_is_one() =>
        SmallCells.Mask(Table([.. Enumerable.Repeat(new Case(Person(1), "a", true), 12)]), 11).Measures.ShouldAllBe(m => m.Masked);

    [Fact]
    public void Given_one_small_line_When_masked_Then_the_next_smallest_hides_it_from_subtraction() =>
        Show(SmallCells.Mask(Table([.. Cases("a", 3, 0, 1), .. Cases("b", 40, 0, 100), .. Cases("c", 20, 0, 200)]), 11)).ShouldBe("a:x,x b:40,40 c:x,x");

    [Fact]
    public void Given_two_small_lines_that_are_few_persons_together_When_masked_Then_a_third_is() =>
        Show(SmallCells.Mask(Table([.. Cases("a", 3, 0, 1), .. Cases("b", 4, 0, 50), .. Cases("c", 20, 0, 200), .. Cases("d", 40, 0, 300)]), 11))
            .ShouldBe("a:x,x b:x,x c:x,x d:40,40");

    [Fact]
    public void Given_a_share_masked_in_a_line_When_the_count_is_not_Then_the_count_stays() =>
        Show(SmallCells.Mask(Table([.. Cases("a", 20, 3, 1), .. Cases("b", 30, 0, 100), .. Cases("c", 12, 12, 200)]), 11)).ShouldBe("a:23,x b:30,30 c:24,x");

    [Fact]
    public void Given_no_limit_When_masked_Then_nothing_is() => Show(SmallCells.Mask(Table([.. Cases("a", 1, 1, 1), .. Cases("b", 0, 1, 9)]), 0)).ShouldBe("a:2,1 b:1,0");

    [Theory]
    [InlineData(null, 11)]
    [InlineData(5, 11)]
    [InlineData(20, 20)]
    public void Given_a_territorys_limit_When_asked_Then_it_may_only_raise_it(int? territory, int limit) => SmallCells.LimitOf(territory).ShouldBe(limit);

    [Fact]
    public void Given_any_table_When_masked_Then_no_small_cell_is_shown_nor_left_by_subtraction()
    {
        var dice = new Random(47);
        for (var round = 0; round < 2_000; round++)
        {
            var cases = new List<Case>();
            var lines = dice.Next(1, 8);
            for (var line = 0; line < lines; line++)
            {
                // A person may be in several lines, and several times in one.
                for (var i = dice.Next(0, 45); i > 0; i--) cases.Add(new(Person(dice.Next(200)), $"{line}", dice.Next(3) > 0));
            }

            var plain = Table([.. cases]);
            var shown = SmallCells.Mask(plain, 11);
            for (var m = 0; m < 2; m++)
            {
                if (!shown.Measures[m].Masked) SmallCells.IsSmall(plain.Measures[m].Persons, 11).ShouldBeFalse();
                var hidden = new List<Cell>();
                for (var row = 0; row < plain.Rows.Length; row++)
                {
                    var cell = plain.Rows[row].Measures[m].Persons;
                    if (shown.Rows[row].Measures[m].Masked) hidden.Add(cell);
                    else SmallCells.IsSmall(cell, 11).ShouldBeFalse();
                    if (shown.Rows[row].Measures[0].Masked) shown.Rows[row].Measures[m].Masked.ShouldBeTrue();
                }

                if (hidden.Count == 0 || shown.Measures[m].Masked) continue;
                hidden.Count.ShouldBeGreaterThan(plain.Rows.Length == 1 ? 0 : 1, $"round {round}");
                SmallCells.IsSmall(hidden.Aggregate((a, b) => a.Union(b)), 11).ShouldBeFalse($"round {round}");
            }
        }
    }
}
