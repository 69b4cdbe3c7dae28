using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Directory;

/// <summary>Let somebody act, in a role, for a structure.</summary>
/// <param name="RppsClaimedBy">Who else acts under this RPPS number now; null for nobody.</param>
public sealed record GrantHabilitation(HabilitationGranted Grant, string? RppsClaimedBy)
{
    /// <summary>Said once per id; an RPPS number is one account's; the end comes after the beginning.</summary>
    public static Decision Decide(GrantHabilitation command, Habilitation? state, CommandContext context) => state switch
    {
        not null => Decision.Nothing,
        _ when command.RppsClaimedBy is { } other && other != command.Grant.Identity => Decision.Refuse(new RppsClaimed()),
        _ when command.Grant.Until <= command.Grant.From => Decision.Refuse(new InvalidCommand("until", "NOT_BEFORE_START")),
        _ => Decision.Accept(command.Grant),
    };
}

/// <summary>Shape of <see cref="GrantHabilitation"/>.</summary>
public sealed class GrantHabilitationValidator : AbstractValidator<GrantHabilitation>
{
    private static readonly Role[] OfDac =
        [Role.Coordinator, Role.Manager, Role.Gp, Role.Nurse, Role.HomeCare, Role.CommunityWorker, Role.Guardian, Role.Admin, Role.Auditor, Role.Identity];

    /// <summary>A whole identity; each role with the place it acts in; a care role is a professional's.</summary>
    public GrantHabilitationValidator()
    {
        RuleFor(c => c.Grant.Identity).Must(text => IdentityKey.TryParse(text, out _)).WithErrorCode("PROVIDER_AND_IDENTIFIER").OverridePropertyName("identity");
        RuleFor(c => c.Grant.DisplayName).NotEmpty().MaximumLength(200).OverridePropertyName("displayName");
        RuleFor(c => c.Grant.Organization).NotEmpty().MaximumLength(200).OverridePropertyName("organization");
        RuleFor(c => c.Grant.Territory).NotNull().When(c => OfDac.Contains(c.Grant.Role)).WithErrorCode("REQUIRED").OverridePropertyName("territory");
        RuleFor(c => c.Grant.Establishment).NotNull().When(c => c.Grant.Role is Role.SocialWorker).WithErrorCode("REQUIRED").OverridePropertyName("establishment");
        RuleFor(c => c.Grant.Community).NotEmpty().When(c => c.Grant.Role is Role.Analyst).WithErrorCode("REQUIRED").OverridePropertyName("community");
    }
}
