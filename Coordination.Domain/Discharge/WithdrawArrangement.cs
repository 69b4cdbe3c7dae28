using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Discharge;

/// <summary>A confirmation no longer stands, with the reason.</summary>
public sealed record WithdrawArrangement(CareNeed Need, string Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaximumReason = 500;

    /// <summary>Only a confirmation that stands.</summary>
    public static Decision Decide(WithdrawArrangement command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new DischargeNotFound()),
        _ when state.Plan.Of(command.Need) is null => Decision.Refuse(new NothingConfirmed()),
        _ => Decision.Accept(new ArrangementWithdrawn(state.Establishment, command.Need, Protected<string>.Of(state.PersonId, command.Reason.Trim()))),
    };
}

/// <summary>Shape of <see cref="WithdrawArrangement"/>.</summary>
public sealed class WithdrawArrangementValidator : AbstractValidator<WithdrawArrangement>
{
    /// <summary>A reason is given, and it is no book.</summary>
    public WithdrawArrangementValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(WithdrawArrangement.MaximumReason).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(r => r?.Contains('\0', StringComparison.Ordinal) != true).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
    }
}
