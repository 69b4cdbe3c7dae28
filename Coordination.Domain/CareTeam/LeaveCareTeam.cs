using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>End a membership.</summary>
/// <param name="On">When it ended; null for now.</param>
public sealed record LeaveCareTeam(ProfessionalId Professional, LeaveReason Reason, DateTimeOffset? On = null)
{
    /// <summary>Only a member leaves, not before he or she came, and not in advance: an end to come is stated with the membership.</summary>
    public static Decision Decide(LeaveCareTeam command, CareTeam? state, CommandContext context) => state?.Find(command.Professional) switch
    {
        null => Decision.Refuse(new NotATeamMember()),
        _ when command.On > context.Now => Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE")),
        { } member when command.On < member.Since => Decision.Refuse(new InvalidCommand("on", "NOT_BEFORE_START")),
        _ => Decision.Accept(new MemberLeft(state!.Person, command.Professional, command.Reason)),
    };
}

/// <summary>Shape of <see cref="LeaveCareTeam"/>.</summary>
public sealed class LeaveCareTeamValidator : AbstractValidator<LeaveCareTeam>
{
    /// <summary>Nobody left a team before 2000.</summary>
    public LeaveCareTeamValidator() => RuleFor(c => c.On).GreaterThan(TeamDates.First).WithErrorCode("TOO_LONG_AGO").OverridePropertyName("on");
}

/// <summary>Bounds of a team's dates.</summary>
internal static class TeamDates
{
    /// <summary>Nothing of a team happened before.</summary>
    public static readonly DateTimeOffset First = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
