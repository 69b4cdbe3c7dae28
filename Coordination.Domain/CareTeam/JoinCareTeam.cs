using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Make a professional a member of a person's team, on a stated ground; for a member it changes role, ground or end.</summary>
public sealed record JoinCareTeam(PersonId Person, ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Until)
{
    /// <summary>One médecin traitant at a time; a membership does not end before it begins. One that ran out is joined anew.</summary>
    public static Decision Decide(JoinCareTeam command, CareTeam? state, CommandContext context)
    {
        if (command.Until <= context.Now) return Decision.Refuse(new InvalidCommand("until", "IN_THE_FUTURE"));
        var physician = state?.Members.FirstOrDefault(m => m.Role is TeamRole.PrincipalPhysician && m.StandsAt(context.Now));
        if (command.Role is TeamRole.PrincipalPhysician && physician is not null && physician.Professional != command.Professional)
            return Decision.Refuse(new PrincipalPhysicianExists(physician.Professional));
        var member = state?.Find(command.Professional);
        if (member is null || !member.StandsAt(context.Now))
            return Decision.Accept(new MemberJoined(command.Person, command.Professional, command.Role, command.Basis, command.Until));
        return member == new TeamMember(command.Professional, command.Role, command.Basis, command.Until)
            ? Decision.Nothing
            : Decision.Accept(new MembershipChanged(command.Person, command.Professional, command.Role, command.Basis, command.Until));
    }
}

/// <summary>Shape of <see cref="JoinCareTeam"/>.</summary>
public sealed class JoinCareTeamValidator : AbstractValidator<JoinCareTeam>
{
    /// <summary>Every id is set.</summary>
    public JoinCareTeamValidator()
    {
        RuleFor(c => c.Person.Value).NotEmpty().OverridePropertyName("person");
        RuleFor(c => c.Professional.Value).NotEmpty().OverridePropertyName("professional");
    }
}
