using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>« Remplacer pendant absence »: a professional stands in for a member until a day. The member stays one.</summary>
public sealed record ReplaceMember(ProfessionalId Replaced, ProfessionalId Professional, DateTimeOffset Until)
{
    private const int LongestDays = 366;

    /// <summary>
    /// A member who stands is replaced by somebody who is not in yet, for a year at most, on the same ground. Who stands in for the
    /// médecin traitant is a médecin responsable: the person keeps her own.
    /// </summary>
    public static Decision Decide(ReplaceMember command, CareTeam? state, CommandContext context)
    {
        if (state?.Find(command.Replaced) is not { } away || !away.StandsAt(context.Now)) return Decision.Refuse(new NotATeamMember());
        if (command.Until <= context.Now) return Decision.Refuse(new InvalidCommand("until", "IN_THE_FUTURE"));
        if (command.Until > context.Now.AddDays(LongestDays)) return Decision.Refuse(new InvalidCommand("until", "REPLACEMENT_AT_MOST_A_YEAR"));
        if (command.Professional == command.Replaced) return Decision.Refuse(new InvalidCommand("professional", "IS_REPLACED"));
        if (state.Find(command.Professional) is { } present && !present.RanOutBy(context.Now))
            return present.Replaces == command.Replaced && present.Until == command.Until ? Decision.Nothing : Decision.Refuse(new InvalidCommand("professional", "ALREADY_MEMBER"));
        var role = away.Role is TeamRole.PrincipalPhysician ? TeamRole.AttendingPhysician : away.Role;
        return Decision.Accept(new ReplacementStarted(state.Person, command.Professional, command.Replaced, role, away.Basis, command.Until));
    }
}

/// <summary>Shape of <see cref="ReplaceMember"/>.</summary>
public sealed class ReplaceMemberValidator : AbstractValidator<ReplaceMember>
{
    /// <summary>Every id is set.</summary>
    public ReplaceMemberValidator()
    {
        RuleFor(c => c.Replaced.Value).NotEmpty().OverridePropertyName("replaced");
        RuleFor(c => c.Professional.Value).NotEmpty().OverridePropertyName("professional");
    }
}
