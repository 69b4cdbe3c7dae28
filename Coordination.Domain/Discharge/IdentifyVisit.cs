using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>The feed speaks of a stay that the social service announced: its visit, as a blind key.</summary>
public sealed record IdentifyVisit(Guid Visit)
{
    /// <summary>Said once; another visit is another stay.</summary>
    public static Decision Decide(IdentifyVisit command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new StayUnknown()),
        { Visit: { } known } => known == command.Visit ? Decision.Nothing : Decision.Refuse(new StayUnknown()),
        _ => Decision.Accept(new VisitIdentified(state.Establishment, command.Visit)),
    };
}
