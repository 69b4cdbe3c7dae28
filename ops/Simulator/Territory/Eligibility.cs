namespace Coordination.Simulator.Territory;

/// <summary>Where a demo record stands towards the hospital's feed.</summary>
public enum Eligibility
{
    /// <summary>Active record, information recorded, nothing opposed.</summary>
    Eligible,

    /// <summary>The person opposed hospital alerts.</summary>
    Opposed,

    /// <summary>The record is suspended.</summary>
    Suspended,
}
