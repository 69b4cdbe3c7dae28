using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>Let the professional of a request in; the membership is made in the same transaction.</summary>
public sealed record GrantAccess(TeamRole Role, LegalCase Basis, DateTimeOffset? Until)
{
    /// <summary>Answered once, and only about somebody who is known.</summary>
    public static Decision Decide(GrantAccess command, AccessRequest? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new AccessRequestNotFound()),
        { Status: AccessRequestStatus.Granted } => Decision.Nothing,
        { Status: not AccessRequestStatus.Sent } => Decision.Refuse(new AccessRequestAnswered()),
        { Person: null } => Decision.Refuse(new AccessRequestMatchesNobody()),
        _ => Decision.Accept(new AccessGranted(command.Role, command.Basis, command.Until)),
    };
}
