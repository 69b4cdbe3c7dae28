using System.Collections.Immutable;

namespace Coordination.Domain.Assessment;

/// <summary>How the algorithm came to a group.</summary>
/// <param name="Gir">1 (most dependent) to 6.</param>
/// <param name="Rank">1 to 13.</param>
/// <param name="Function">The function A to H that gave the rank.</param>
/// <param name="Sum">Its sum.</param>
public sealed record AggirResult(int Gir, int Rank, char Function, int Sum);

/// <summary>
/// The official algorithm of the AGGIR grid (code de l'action sociale et des familles, annex 2-2): eight functions are tried in
/// turn; the first whose sum reaches a threshold gives a rank, and the rank a group. Only eight of the ten variables weigh:
/// moving outdoors and communicating at a distance have the value 0 in every function.
/// </summary>
public static class Aggir
{
    /// <summary>The weighing variables, in the order of the annex.</summary>
    public static ImmutableArray<string> Variables { get; } =
        ["COHERENCE", "ORIENTATION", "WASHING", "DRESSING", "EATING", "ELIMINATION", "TRANSFERS", "INDOORS"];

    private static readonly ImmutableArray<Function> Functions =
    [
        new('A', [2000, 1200, 40, 40, 60, 100, 800, 200], [0, 0, 16, 16, 20, 16, 120, 32], [(4380, 1), (4140, 2), (3390, 3)]),
        new('B', [1500, 1200, 40, 40, 60, 100, 800, -80], [320, 120, 16, 16, 0, 16, 120, -40], [(2016, 4)]),
        new('C', [0, 0, 40, 40, 60, 160, 1000, 400], [0, 0, 16, 16, 20, 20, 200, 40], [(1700, 5), (1432, 6)]),
        new('D', [0, 0, 0, 0, 2000, 400, 2000, 200], [0, 0, 0, 0, 200, 200, 200, 0], [(2400, 7)]),
        new('E', [400, 400, 400, 400, 400, 800, 800, 200], [0, 0, 100, 100, 100, 100, 100, 0], [(1200, 8)]),
        new('F', [200, 200, 500, 500, 500, 500, 500, 200], [100, 100, 100, 100, 100, 100, 100, 0], [(800, 9)]),
        new('G', [150, 150, 300, 300, 500, 500, 400, 200], [0, 0, 200, 200, 200, 200, 200, 100], [(650, 10)]),
        new('H', [0, 0, 3000, 3000, 3000, 3000, 1000, 1000], [0, 0, 2000, 2000, 2000, 2000, 2000, 1000], [(4000, 11), (2000, 12), (int.MinValue, 13)]),
    ];

    /// <summary>The group of eight modalities, in the order of <see cref="Variables"/>.</summary>
    /// <exception cref="ArgumentException">There are not eight.</exception>
    public static AggirResult Compute(ReadOnlySpan<Modality> modalities)
    {
        if (modalities.Length != Variables.Length) throw new ArgumentException("eight modalities", nameof(modalities));
        foreach (var function in Functions)
        {
            var sum = 0;
            for (var i = 0; i < modalities.Length; i++)
                sum += modalities[i] switch { Modality.C => function.OfC[i], Modality.B => function.OfB[i], _ => 0 };
            foreach (var (least, rank) in function.Ranks)
                if (sum >= least) return new(GroupOf(rank), rank, function.Name, sum);
        }

        throw new ArgumentException("the last function ranks every sum", nameof(modalities));
    }

    private static int GroupOf(int rank) => rank switch { 1 => 1, <= 7 => 2, <= 9 => 3, <= 11 => 4, 12 => 5, _ => 6 };

    /// <param name="Ranks">Least sum and rank, highest first.</param>
    private sealed record Function(char Name, ImmutableArray<int> OfC, ImmutableArray<int> OfB, ImmutableArray<(int Least, int Rank)> Ranks);
}
