using Coordination.Domain.CarePlan;

namespace Coordination.Tests.CarePlan;

/// <summary>What a plan in force does not know yet of the person's autonomy.</summary>
public sealed class ReassessmentSpecs
{
    private static readonly DateTimeOffset Validated = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly AssessedFact Before = Seen("AGGIR", -30, 4);

    private static AssessedFact Seen(string grid, int days, int? gir, int recorded = 0) =>
        new(grid, DateOnly.FromDateTime(Validated.AddDays(days).Date), [new(Validated.AddDays(days + recorded), gir)]);

    [Fact]
    public void Given_nothing_new_When_looked_at_Then_nothing()
    {
        Reassessment.Since(Validated, []).ShouldBeEmpty();
        Reassessment.Since(Validated, [Before]).ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_later_assessment_When_its_group_differs_Then_told_from_which_to_which()
    {
        var found = Reassessment.Since(Validated, [Seen("AGGIR", 20, 2), Before]).ShouldHaveSingleItem();
        found.ShouldBe(new Reassessment("AGGIR", new(2026, 6, 21), 4, 2));
        found.GirChanged.ShouldBeTrue();
    }

    [Fact]
    public void Given_a_later_assessment_of_the_same_group_or_of_another_grid_When_looked_at_Then_told_without_a_contradiction()
    {
        var found = Reassessment.Since(Validated, [Before, Seen("AGGIR", 20, 4), Seen("SSIAD", 10, null)]);
        found.ShouldBe([new("AGGIR", new(2026, 6, 21), 4, 4), new("SSIAD", new(2026, 6, 11), null, null)]);
        found.ShouldAllBe(r => !r.GirChanged);
    }

    [Fact]
    public void Given_a_first_assessment_When_later_than_the_plan_Then_told_without_a_group_before() =>
        Reassessment.Since(Validated, [Seen("AGGIR", 1, 3)]).ShouldHaveSingleItem().ShouldBe(new Reassessment("AGGIR", new(2026, 6, 2), null, 3));

    [Fact]
    public void Given_an_earlier_day_recorded_late_When_looked_at_Then_nothing() =>
        Reassessment.Since(Validated, [Before, Seen("AGGIR", -60, 1, recorded: 90)]).ShouldBeEmpty();

    [Fact]
    public void Given_a_known_assessment_When_corrected_after_the_validation_Then_its_group_of_then_counts()
    {
        var corrected = Before with { Stated = [.. Before.Stated, new(Validated.AddDays(2), 3), new(Validated.AddDays(3), 2)] };
        Reassessment.Since(Validated, [corrected]).ShouldHaveSingleItem().ShouldBe(new Reassessment("AGGIR", Before.On, 4, 2));
        Reassessment.Since(Validated.AddDays(4), [corrected]).ShouldBeEmpty();
    }
}
