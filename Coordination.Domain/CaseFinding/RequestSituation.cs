using System.Collections.Immutable;

namespace Coordination.Domain.CaseFinding;

/// <summary>What a request says of the person's situation in codes; null where it says nothing.</summary>
/// <param name="LivesAlone">Nobody lives with her.</param>
/// <param name="EstimatedGir">GIR estimé, from 1 to 6: not the one the Département notifies.</param>
/// <param name="Whereabouts">Where she is now.</param>
/// <param name="Benefits">Rights known to be open.</param>
public sealed record RequestSituation(bool? LivesAlone, int? EstimatedGir, Whereabouts? Whereabouts, ImmutableSortedSet<KnownBenefit> Benefits)
{
    /// <summary>Nothing is known.</summary>
    public static RequestSituation Unknown { get; } = new(null, null, null, []);

    /// <summary>Equal when the rights are the same ones too.</summary>
    public bool Equals(RequestSituation? other) => other is not null && LivesAlone == other.LivesAlone && EstimatedGir == other.EstimatedGir
        && Whereabouts == other.Whereabouts && Benefits.SequenceEqual(other.Benefits);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(LivesAlone, EstimatedGir, Whereabouts, Benefits.Count);
}
