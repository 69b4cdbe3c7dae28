namespace Coordination.Domain.CarePlan;

/// <summary>Why a plan is over.</summary>
public enum PlanEnd
{
    /// <summary>Its objectives are reached.</summary>
    ObjectivesReached,

    /// <summary>The person wants none.</summary>
    PersonsWish,

    /// <summary>She died.</summary>
    Death,

    /// <summary>The coordination is over, or somebody else's.</summary>
    CoordinationOver,
}
