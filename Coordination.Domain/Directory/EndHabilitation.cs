using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Directory;

/// <summary>End a habilitation, now: whoever acts under it is out within a minute.</summary>
/// <param name="OtherAdministrators">How many other administrators of the territory are in force.</param>
public sealed record EndHabilitation(string Reason, int OtherAdministrators)
{
    /// <summary>A territory keeps one administrator.</summary>
    public static Decision Decide(EndHabilitation command, Habilitation? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new HabilitationNotFound()),
        { Ended: true } => Decision.Nothing,
        { Granted.Role: Role.Admin } when command.OtherAdministrators == 0 => Decision.Refuse(new LastAdministrator()),
        _ => Decision.Accept(new HabilitationEnded(command.Reason.Trim())),
    };
}

/// <summary>Shape of <see cref="EndHabilitation"/>.</summary>
public sealed class EndHabilitationValidator : AbstractValidator<EndHabilitation>
{
    /// <summary>A reason, of at most 500 characters.</summary>
    public EndHabilitationValidator() =>
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
}
