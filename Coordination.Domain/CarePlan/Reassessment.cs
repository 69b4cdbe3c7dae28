using System.Collections.Immutable;

namespace Coordination.Domain.CarePlan;

/// <summary>What a validated assessment said, from the moment somebody stood by it on.</summary>
/// <param name="At">When it was validated or corrected.</param>
/// <param name="Gir">The group it gave; null where the grid gives none.</param>
public sealed record StatedGir(DateTimeOffset At, int? Gir);

/// <summary>A validated assessment as a plan looks at it.</summary>
/// <param name="On">The day the person was seen.</param>
/// <param name="Stated">What it said, first statement first; never empty.</param>
public sealed record AssessedFact(string Grid, DateOnly On, ImmutableArray<StatedGir> Stated);

/// <summary>A grid that says something the plan in force did not know when it was validated or last reviewed.</summary>
/// <param name="On">The day the person was seen.</param>
/// <param name="GirBefore">The group known then.</param>
/// <param name="GirNow">The group known now.</param>
public sealed record Reassessment(string Grid, DateOnly On, int? GirBefore, int? GirNow)
{
    /// <summary>The groups contradict each other.</summary>
    public bool GirChanged => GirBefore is { } before && GirNow is { } now && before != now;

    /// <summary>
    /// What was assessed, or corrected, after a plan was validated or last reviewed: per grid, the assessment of the latest day against the one that was known then.
    /// An assessment of an earlier day that was recorded late contradicts nothing.
    /// </summary>
    public static ImmutableArray<Reassessment> Since(DateTimeOffset settledAt, IEnumerable<AssessedFact> assessments) =>
    [
        .. assessments.GroupBy(a => a.Grid).OrderBy(g => g.Key, StringComparer.Ordinal).Select(grid =>
        {
            var latest = grid.MaxBy(a => (a.On, a.Stated[0].At))!;
            var known = grid.Where(a => a.Stated[0].At <= settledAt).MaxBy(a => (a.On, a.Stated[0].At));
            var before = known?.Stated.Last(s => s.At <= settledAt).Gir;
            return latest.Stated[^1].At > settledAt ? new Reassessment(grid.Key, latest.On, before, latest.Stated[^1].Gir) : null;
        }).OfType<Reassessment>(),
    ];
}
