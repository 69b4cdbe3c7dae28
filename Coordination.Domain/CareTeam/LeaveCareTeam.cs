using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>End a membership, now.</summary>
public sealed record LeaveCareTeam(ProfessionalId Professional, LeaveReason Reason)
{
    /// <summary>Only a member leaves.</summary>
    public static Decision Decide(LeaveCareTeam command, CareTeam? state, CommandContext context) => state?.Find(command.Professional) is null
        ? Decision.Refuse(new NotATeamMember())
        : Decision.Accept(new MemberLeft(state.Person, command.Professional, command.Reason));
}
