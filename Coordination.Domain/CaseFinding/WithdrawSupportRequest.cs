using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>The one who asked takes the request back, with a reason.</summary>
public sealed record WithdrawSupportRequest(string Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaximumReason = 500;

    /// <summary>Once.</summary>
    public static Decision Decide(WithdrawSupportRequest command, SupportRequest? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new SupportRequestNotFound()),
        { Status: RequestStatus.Withdrawn } => Decision.Nothing,
        { IsOpen: false } => Decision.Refuse(new SupportRequestDecidedAlready()),
        _ => Decision.Accept(new SupportRequestWithdrawn(
            state.Establishment, state.Person is { } person ? Protected<string>.Of(person, command.Reason.Trim()) : null)),
    };
}

/// <summary>Shape of <see cref="WithdrawSupportRequest"/>.</summary>
public sealed class WithdrawSupportRequestValidator : AbstractValidator<WithdrawSupportRequest>
{
    /// <summary>A reason is given, and it is no book.</summary>
    public WithdrawSupportRequestValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(WithdrawSupportRequest.MaximumReason).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(r => r?.Contains('\0', StringComparison.Ordinal) != true).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
    }
}
