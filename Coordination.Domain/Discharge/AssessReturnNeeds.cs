using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>A coordinator says what is needed at home, all of it; empty says that nothing is.</summary>
public sealed record AssessReturnNeeds(ImmutableSortedSet<CareNeed> Needs)
{
    /// <summary>Said once; not for a stay that was cancelled.</summary>
    public static Decision Decide(AssessReturnNeeds command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new DischargeNotFound()),
        { Status: DischargeStatus.Cancelled } => Decision.Refuse(new StayOver()),
        { Plan.Needs: { } known } when known.SetEquals(command.Needs) => Decision.Nothing,
        _ => Decision.Accept(new ReturnNeedsStated(state.Establishment, command.Needs, context.Actor.Professional)),
    };

    /// <summary>Equal when the needs are the same ones.</summary>
    public bool Equals(AssessReturnNeeds? other) => other is not null && Needs.SequenceEqual(other.Needs);

    /// <inheritdoc />
    public override int GetHashCode() => Needs.Count;
}
