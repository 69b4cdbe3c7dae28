namespace Coordination.Domain.Assessment;

/// <summary>How an activity is done alone (AGGIR).</summary>
public enum Modality
{
    /// <summary>Does it alone: spontaneously, totally, correctly and habitually.</summary>
    A,

    /// <summary>Does it in part: one to three of the four adverbs are wanting.</summary>
    B,

    /// <summary>Does not do it alone: all four are wanting.</summary>
    C,
}

/// <summary>Modalities from answers, and of variables from their parts.</summary>
public static class Modalities
{
    /// <summary>A letter, or four digits (spontaneously, totally, correctly, habitually: 1 for yes): four yes are A, four no are C. Null for anything else.</summary>
    public static Modality? TryParse(string? answer) => answer switch
    {
        "A" or "1111" => Modality.A,
        "C" or "0000" => Modality.C,
        "B" => Modality.B,
        { Length: 4 } when answer.All(c => c is '0' or '1') => Modality.B,
        _ => null,
    };

    /// <summary>Coherence, orientation, elimination: one part not done is the whole not done.</summary>
    public static Modality AnyLost(params ReadOnlySpan<Modality> parts) =>
        parts.Contains(Modality.C) ? Modality.C : parts.Contains(Modality.B) ? Modality.B : Modality.A;

    /// <summary>Washing, dressing: the whole is not done when no part is.</summary>
    public static Modality AllLost(params ReadOnlySpan<Modality> parts) =>
        !parts.ContainsAnyExcept(Modality.C) ? Modality.C : parts.ContainsAnyExcept(Modality.A) ? Modality.B : Modality.A;

    /// <summary>Eating: to serve oneself and to eat; not done when neither is done whole and one is not done at all.</summary>
    public static Modality Eating(Modality serves, Modality eats) => (serves, eats) switch
    {
        (Modality.A, Modality.A) => Modality.A,
        (Modality.C, Modality.C) or (Modality.B, Modality.C) or (Modality.C, Modality.B) => Modality.C,
        _ => Modality.B,
    };
}
