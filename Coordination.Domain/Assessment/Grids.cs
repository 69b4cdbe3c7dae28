using System.Collections.Immutable;
using Coordination.Domain.CareRecord;

namespace Coordination.Domain.Assessment;

/// <summary>Every grid and version that an assessment may have; versions once used stay.</summary>
public static class Grids
{
    private static readonly ImmutableArray<AnswerOption> YesNo = [new("YES", 1), new("NO")];
    private static readonly ImmutableArray<AnswerOption> HowOften = [new("NEVER"), new("SOMETIMES", 1), new("OFTEN", 2), new("ALWAYS", 3)];

    /// <summary>All, the latest version of each code last.</summary>
    public static ImmutableArray<Grid> All { get; } =
    [
        AggirGrid.Grid,
        // Flags of JDV_EvaluationSSIAD (CI-SIS): codes of ICD-10 and TRE_A14; GEN-365 says that none stands.
        new("SSIAD_SITUATION", 1, "MED-1290", DataClass.Clinical, false, null,
            [new("SITUATION", false, [new("FLAGS", QuestionKind.Flags,
                [new("R32"), new("R15"), new("E66.9"), new("F06.7"), new("F69"), new("MED-1294"), new("MED-1295"), new("GEN-365", Exclusive: true)])])],
            (_, _) => null),
        // Questions of the platform's own: no published scale is quoted, and no threshold is claimed.
        new("FRAILTY", 1, null, DataClass.Social, false, 6,
            [Own("FRAILTY", YesNo, "ALONE", "WEIGHT", "TIRED", "WALKING", "MEMORY", "FALLS")], Added),
        new("CARER", 1, null, DataClass.Social, false, 18,
            [Own("CARER", HowOften, "SLEEP", "HEALTH", "TIME", "WORK", "ALONE", "OVERWHELMED")], Added),
    ];

    /// <summary>The version to use for a new assessment; null for an unknown code.</summary>
    public static Grid? Latest(string code) => All.LastOrDefault(g => g.Code == code);

    /// <summary>The grid that an assessment was made with.</summary>
    public static Grid Of(string code, int version) => All.Single(g => g.Code == code && g.Version == version);

    private static QuestionGroup Own(string code, ImmutableArray<AnswerOption> options, params string[] questions) =>
        new(code, true, [.. questions.Select(q => new Question(q, QuestionKind.Choice, options))]);

    private static Score? Added(Grid grid, Answers answers) => grid.IsComplete(answers)
        ? new(grid.Questions.Sum(q => q.Options.First(o => o.Code == answers.Of(q.Code)).Points))
        : null;
}
