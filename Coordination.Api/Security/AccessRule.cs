using System.Collections.Immutable;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;

namespace Coordination.Api.Security;

/// <summary>How far a rule reaches.</summary>
public enum AccessReach
{
    /// <summary>Everything of the subject's DAC.</summary>
    Territory,

    /// <summary>What is of the subject's establishment.</summary>
    Establishment,

    /// <summary>Persons in whose care team the subject is.</summary>
    Team,

    /// <summary>Figures of the communes of the subject's CPTS, never a thing.</summary>
    Community,

    /// <summary>What belongs to no tenant.</summary>
    Platform,
}

/// <summary>One rule of access, as data.</summary>
/// <param name="Code">Stable code: the basis of a permit, noted in the audit.</param>
/// <param name="Version">Counts up when the rule changes.</param>
/// <param name="Role">Whom it lets.</param>
/// <param name="Reach">About what.</param>
/// <param name="Actions">Do what.</param>
/// <param name="Classes">How far into data about persons.</param>
/// <param name="Source">Law or page that the rule follows.</param>
/// <param name="ThingsOnly">Lets read a thing that is named, never a list.</param>
public sealed record AccessRule(
    string Code, int Version, Role Role, AccessReach Reach, ImmutableHashSet<AccessAction> Actions, ImmutableHashSet<DataClass> Classes, string Source,
    bool ThingsOnly = false)
{
    /// <summary>The DAC itself: reads before information is recorded.</summary>
    public bool IsOfDac => Reach is AccessReach.Territory;
}
