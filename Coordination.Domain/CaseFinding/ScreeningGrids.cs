using System.Collections.Immutable;

namespace Coordination.Domain.CaseFinding;

/// <summary>
/// The grids that may be answered. A published version is never edited: a change is a version of its own beside it.
/// « fragilite » is the platform's own default, made of the questions that regional orientation forms ask (alone at home, loss of autonomy, recent
/// hospital stays, carer, refusal of care, housing and rights); its weights are not validated by any study.
/// </summary>
public static class ScreeningGrids
{
    private static readonly ImmutableArray<ScreeningOption> YesNo = [new("no", 0), new("yes", 1)];
    private static readonly ImmutableArray<ScreeningOption> YesNoHeavy = [new("no", 0), new("yes", 2)];

    /// <summary>Every version of every grid.</summary>
    public static ImmutableArray<ScreeningGrid> All { get; } =
    [
        new("fragilite", 1,
            [
                new("livesAlone", YesNo),
                new("autonomy", [new("kept", 0), new("partly", 1), new("lost", 2)]),
                new("hospitalStays", YesNo),
                new("falls", YesNo),
                new("carer", [new("present", 0), new("exhausted", 2), new("none", 1)]),
                new("careRefusal", YesNoHeavy),
                new("housing", YesNo),
                new("rights", YesNo),
                new("severalServices", YesNoHeavy),
            ],
            [new(0, ScreeningOutcome.Inform), new(3, ScreeningOutcome.Orient), new(6, ScreeningOutcome.Support)]),
    ];

    /// <summary>One version of a grid; null when there is none.</summary>
    public static ScreeningGrid? Find(string code, int version) => All.FirstOrDefault(g => g.Code == code && g.Version == version);

    /// <summary>The versions that are answered now: the last one of each grid.</summary>
    public static IEnumerable<ScreeningGrid> Current => All.GroupBy(g => g.Code).Select(versions => versions.MaxBy(g => g.Version)!);
}
