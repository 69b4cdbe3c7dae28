using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Ask a professional, or a structure, to take part in a person's care.</summary>
/// <param name="ExpiresAt">Until when an answer is awaited; null for 15 days.</param>
/// <param name="Excluded">The person does not want this professional to know anything: then nobody asks.</param>
public sealed record InviteMember(
    PersonId Person, ProfessionalId? Professional, Finess? Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until, DateTimeOffset? ExpiresAt, bool Excluded = false)
{
    private const int LongestDays = 90;

    /// <summary>One at a time to the same; an answer is awaited for 90 days at most, and not longer than the membership would last.</summary>
    public static Decision Decide(InviteMember command, TeamInvitation? state, CommandContext context)
    {
        if (command.Structure is not null && command.Role is TeamRole.PrincipalPhysician) return Decision.Refuse(new InvalidCommand("role", "NOT_FOR_A_STRUCTURE"));
        if (command.Excluded) return Decision.Refuse(new InvalidCommand("professional", "EXCLUDED_BY_PERSON"));
        if (state is not null) return Decision.Refuse(new InvitationIsOpen());
        var expires = command.ExpiresAt ?? context.Now.AddDays(TeamInvitation.DefaultDays);
        if (expires <= context.Now) return Decision.Refuse(new InvalidCommand("expiresAt", "IN_THE_FUTURE"));
        if (expires > context.Now.AddDays(LongestDays)) return Decision.Refuse(new InvalidCommand("expiresAt", "AT_MOST_90_DAYS"));
        if (command.Until <= context.Now) return Decision.Refuse(new InvalidCommand("until", "IN_THE_FUTURE"));
        return Decision.Accept(new MemberInvited(command.Person, command.Professional, command.Structure, command.Role, command.Basis, command.Until,
            command.Until < expires ? command.Until.Value : expires));
    }
}

/// <summary>Shape of <see cref="InviteMember"/>.</summary>
public sealed class InviteMemberValidator : AbstractValidator<InviteMember>
{
    /// <summary>One of a professional and a structure.</summary>
    public InviteMemberValidator()
    {
        RuleFor(c => c.Person.Value).NotEmpty().OverridePropertyName("person");
        RuleFor(c => c).Must(c => c.Professional is null != c.Structure is null).WithErrorCode("PROFESSIONAL_OR_STRUCTURE").OverridePropertyName("professional");
        RuleFor(c => c.Structure).Must(s => s?.HasValidKey != false).WithErrorCode("FINESS_KEY").OverridePropertyName("structure");
    }
}
