using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Documents;

/// <summary>Take a document back, with a reason: deposited by mistake, about somebody else.</summary>
public sealed record WithdrawDocument(string Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaximumReason = 500;

    /// <summary>Once; a replaced one is out of use already.</summary>
    public static Decision Decide(WithdrawDocument command, Document? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new DocumentNotFound()),
        { Status: DocumentStatus.Withdrawn } => Decision.Nothing,
        { Status: DocumentStatus.Replaced } => Decision.Refuse(new DocumentNotCurrent()),
        _ => Decision.Accept(new DocumentWithdrawn(state.Person, Protected<string>.Of(state.Person, command.Reason.Trim()))),
    };
}

/// <summary>Shape of <see cref="WithdrawDocument"/>.</summary>
public sealed class WithdrawDocumentValidator : AbstractValidator<WithdrawDocument>
{
    /// <summary>A reason is given, and it is no book.</summary>
    public WithdrawDocumentValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(WithdrawDocument.MaximumReason).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
    }
}
