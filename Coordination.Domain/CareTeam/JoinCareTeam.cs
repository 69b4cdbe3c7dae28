using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Make a professional a member of a person's team, on a stated ground; for a member it changes role, ground or end.</summary>
/// <param name="Since">When it began or will begin, or since when the change holds; null for now.</param>
public sealed record JoinCareTeam(PersonId Person, ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Until, DateTimeOffset? Since = null)
{
    /// <summary>One médecin traitant at a time; a membership does not end before it begins. One that ran out is joined anew.</summary>
    public static Decision Decide(JoinCareTeam command, CareTeam? state, CommandContext context)
    {
        if (command.Until <= context.Now) return Decision.Refuse(new InvalidCommand("until", "IN_THE_FUTURE"));
        var member = state?.Find(command.Professional) is { } found && !found.RanOutBy(context.Now) ? found : null;
        var since = command.Since ?? (member?.Since > context.Now ? member.Since.Value : context.Now);
        if (command.Until <= since) return Decision.Refuse(new InvalidCommand("until", "NOT_BEFORE_START"));
        var physician = state?.Members.FirstOrDefault(m => m.Role is TeamRole.PrincipalPhysician && m.Professional != command.Professional
            && !m.RanOutBy(since > context.Now ? since : context.Now) && !(command.Until <= m.Since));
        if (command.Role is TeamRole.PrincipalPhysician && physician is not null) return Decision.Refuse(new PrincipalPhysicianExists(physician.Professional));
        if (member is null || (member.Since > context.Now && member.Since != since)) return Begin(command, state, since, context);
        return (member.Role, member.Basis, member.Until) == (command.Role, command.Basis, command.Until)
            ? Decision.Nothing
            : command.Since > context.Now && member.Since != command.Since ? Decision.Refuse(new InvalidCommand("since", "NOT_IN_FUTURE"))
            : command.Since < member.Since ? Decision.Refuse(new InvalidCommand("since", "NOT_BEFORE_START"))
            : Decision.Accept(new MembershipChanged(command.Person, command.Professional, command.Role, command.Basis, command.Until));
    }

    private static Decision Begin(JoinCareTeam command, CareTeam? state, DateTimeOffset since, CommandContext context)
    {
        if (since > context.Now) return Decision.Accept(Expected(command, since));
        var ran = state?.Find(command.Professional) is { } last && last.RanOutBy(context.Now) ? last.Until : null;
        var left = state?.Ends.FirstOrDefault(e => e.Professional == command.Professional)?.At;
        return ran > since || left > since ? Decision.Refuse(new InvalidCommand("since", "NOT_BEFORE_LAST_END")) : Decision.Accept(Joined(command));
    }

    private static MemberExpected Expected(JoinCareTeam command, DateTimeOffset since) =>
        new(command.Person, command.Professional, command.Role, command.Basis, since, command.Until);

    private static MemberJoined Joined(JoinCareTeam command) => new(command.Person, command.Professional, command.Role, command.Basis, command.Until);
}

/// <summary>Shape of <see cref="JoinCareTeam"/>.</summary>
public sealed class JoinCareTeamValidator : AbstractValidator<JoinCareTeam>
{
    /// <summary>Every id is set; nobody was in a team before 2000.</summary>
    public JoinCareTeamValidator()
    {
        RuleFor(c => c.Person.Value).NotEmpty().OverridePropertyName("person");
        RuleFor(c => c.Professional.Value).NotEmpty().OverridePropertyName("professional");
        RuleFor(c => c.Since).GreaterThan(TeamDates.First).WithErrorCode("TOO_LONG_AGO").OverridePropertyName("since");
    }
}
