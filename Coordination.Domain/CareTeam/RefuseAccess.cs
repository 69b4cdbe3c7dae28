using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Say no to a request for access, with the reason that the one who asked will read.</summary>
/// <param name="Subject">Whose key sealed the request's texts.</param>
public sealed record RefuseAccess(PersonId Subject, string Reason)
{
    /// <summary>Answered once.</summary>
    public static Decision Decide(RefuseAccess command, AccessRequest? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new AccessRequestNotFound()),
        { Status: AccessRequestStatus.Refused } => Decision.Nothing,
        { Status: not AccessRequestStatus.Sent } => Decision.Refuse(new AccessRequestAnswered()),
        _ => Decision.Accept(new AccessRefused(Protected<string>.Of(command.Subject, command.Reason.Trim()))),
    };
}

/// <summary>Shape of <see cref="RefuseAccess"/>.</summary>
public sealed class RefuseAccessValidator : AbstractValidator<RefuseAccess>
{
    /// <summary>A reason, of at most 1,000 characters.</summary>
    public RefuseAccessValidator() =>
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
}
