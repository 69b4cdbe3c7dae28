using System.Diagnostics;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareTeam;

/// <summary>
/// Which members a change of a team touches. Changes of different members commute: one made by somebody who had not seen the other is
/// decided anew on the team as it is. Changes of the same member do not.
/// </summary>
public static class TeamParts
{
    /// <summary>A professional.</summary>
    public static string Of(ProfessionalId professional) => $"professional:{professional.Value}";

    /// <summary>A structure, with those it names.</summary>
    public static string Of(Finess structure) => $"structure:{structure.Value}";

    /// <summary>A relative.</summary>
    public static string Of(Guid relative) => $"relative:{relative}";

    /// <summary>The members that a fact is about.</summary>
    public static IReadOnlyList<string> Of(CareTeamEvent fact) => fact switch
    {
        MemberJoined e => [Of(e.Professional)],
        MemberExpected e => [Of(e.Professional)],
        MembershipChanged e => [Of(e.Professional)],
        MemberLeft e => [Of(e.Professional)],
        ReplacementStarted e => [Of(e.Professional), Of(e.Replaced)],
        StructureJoined e => [Of(e.Structure)],
        StructureMembershipChanged e => [Of(e.Structure)],
        StructureLeft e => [Of(e.Structure)],
        StructureProfessionalNamed e => [Of(e.Structure)],
        StructureProfessionalRemoved e => [Of(e.Structure)],
        RelativeAdded e => [Of(e.RelativeId)],
        RelativeChanged e => [Of(e.RelativeId)],
        RelativeRemoved e => [Of(e.RelativeId)],
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}
