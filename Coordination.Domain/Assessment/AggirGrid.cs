using System.Collections.Immutable;
using Coordination.Domain.CareRecord;

namespace Coordination.Domain.Assessment;

/// <summary>A variable of AGGIR with its modality, from one or several questions.</summary>
public sealed record AggirVariable(string Code, Modality Modality);

/// <summary>
/// The AGGIR grid for older persons (CASF R.232-3 and annex 2-1): ten discriminating variables, some in parts as its guide asks,
/// and seven illustrative ones that inform the plan. Items have the ICF codes of JDV_EvaluationAGGIRPA.
/// </summary>
public static class AggirGrid
{
    /// <summary>Stable code of the grid.</summary>
    public const string Code = "AGGIR";

    private static readonly ImmutableArray<AnswerOption> Letters = [new("A"), new("B"), new("C")];

    /// <summary>The grid.</summary>
    public static Grid Grid { get; } = new(Code, 1, "MED-1293", DataClass.Social, true, 6,
    [
        new("MIND", true, [Activity("COHERENCE_COMMUNICATION", "d350"), Activity("COHERENCE_BEHAVIOUR"), Activity("ORIENTATION_TIME", "b114"), Activity("ORIENTATION_PLACE", "b114")]),
        new("BODY", true,
        [
            Activity("WASHING_UPPER", "d510"), Activity("WASHING_LOWER", "d510"),
            Activity("DRESSING_UPPER", "d540"), Activity("DRESSING_MIDDLE", "d540"), Activity("DRESSING_LOWER", "d540"),
        ]),
        new("MEALS", true, [Activity("EATING_SERVE", "d550"), Activity("EATING_EAT", "d550"), Activity("ELIMINATION_URINE", "d5300"), Activity("ELIMINATION_FAECES", "d5301")]),
        new("MOVING", true, [Activity("TRANSFERS", "d420"), Activity("INDOORS", "d4600"), Activity("OUTDOORS", "d4602"), Activity("REMOTE_COMMUNICATION", "d360")]),
        new("DAILY_LIFE", false,
        [
            Activity("MANAGEMENT"), Activity("COOKING"), Activity("HOUSEWORK"), Activity("TRANSPORT"), Activity("SHOPPING"), Activity("TREATMENT"), Activity("LEISURE"),
        ]),
    ], (_, answers) => Explain(answers) is { } result ? new(result.Gir, CodeOf(result.Gir)) : null);

    /// <summary>The code of a group in JDV_GIR: MED-339 to MED-344.</summary>
    public static string CodeOf(int gir) => $"MED-{338 + gir}";

    /// <summary>How the answers come to a group; null while a weighing variable lacks an answer.</summary>
    public static AggirResult? Explain(Answers answers)
    {
        var variables = Aggir.Variables.Select(code => VariablesOf(answers).FirstOrDefault(v => v.Code == code)).ToList();
        return variables.Any(v => v is null) ? null : Aggir.Compute([.. variables.Select(v => v!.Modality)]);
    }

    /// <summary>The variables that have all their answers, in the order of the grid.</summary>
    public static IEnumerable<AggirVariable> VariablesOf(Answers answers)
    {
        Modality? Of(string question) => Modalities.TryParse(answers.Of(question));
        if (Of("COHERENCE_COMMUNICATION") is { } says && Of("COHERENCE_BEHAVIOUR") is { } behaves) yield return new("COHERENCE", Modalities.AnyLost(says, behaves));
        if (Of("ORIENTATION_TIME") is { } time && Of("ORIENTATION_PLACE") is { } place) yield return new("ORIENTATION", Modalities.AnyLost(time, place));
        if (Of("WASHING_UPPER") is { } upper && Of("WASHING_LOWER") is { } lower) yield return new("WASHING", Modalities.AllLost(upper, lower));
        if (Of("DRESSING_UPPER") is { } top && Of("DRESSING_MIDDLE") is { } middle && Of("DRESSING_LOWER") is { } down) yield return new("DRESSING", Modalities.AllLost(top, middle, down));
        if (Of("EATING_SERVE") is { } serves && Of("EATING_EAT") is { } eats) yield return new("EATING", Modalities.Eating(serves, eats));
        if (Of("ELIMINATION_URINE") is { } urine && Of("ELIMINATION_FAECES") is { } faeces) yield return new("ELIMINATION", Modalities.AnyLost(urine, faeces));
        foreach (var code in (string[])["TRANSFERS", "INDOORS", "OUTDOORS", "REMOTE_COMMUNICATION"])
            if (Of(code) is { } modality) yield return new(code, modality);
    }

    private static Question Activity(string code, string? icf = null) => new(code, QuestionKind.Activity, Letters, icf);
}
