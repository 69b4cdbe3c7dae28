using System.Diagnostics;

namespace Coordination.Domain.CareTeam;

/// <summary>Codes of roles, as other systems know them (TRE R47, R85 and R260).</summary>
public static class TeamCodes
{
    /// <summary>The code of a professional's role.</summary>
    public static string Of(TeamRole role) => role switch
    {
        TeamRole.PrincipalPhysician => "PCP",
        TeamRole.PathwayCoordinator => "330",
        TeamRole.AttendingPhysician => "ATTPHYS",
        TeamRole.DischargePhysician => "DISPHYS",
        TeamRole.Correspondent => "CORRE",
        TeamRole.TeamMember => "353",
        _ => throw new UnreachableException($"{role}"),
    };

    /// <summary>The code of a relative's role.</summary>
    public static string Of(RelativeRole role) => role switch
    {
        RelativeRole.Caregiver => "CAREGIVER",
        RelativeRole.EmergencyContact => "ECON",
        RelativeRole.NextOfKin => "NOK",
        RelativeRole.Informant => "CON",
        _ => throw new UnreachableException($"{role}"),
    };
}
