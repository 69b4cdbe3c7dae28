using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>Close a record here so that another territory goes on with it (DOMAIN AG4 TransfererDossier).</summary>
/// <param name="InformedOn">When the person was informed of what leaves and whereto.</param>
/// <param name="NotOpposed">She does not oppose.</param>
/// <param name="TargetIsKnown">Whether the directory has the target as a territory.</param>
/// <param name="Blockers">What is still open about the person when the command is given.</param>
public sealed record TransferCareRecord(
    Guid TransferId, TerritoryId Target, bool TargetIsKnown, DateOnly InformedOn, bool NotOpposed, TransferParts Parts, string? Reason, ImmutableArray<ClosingBlocker> Blockers)
{
    /// <summary>The same conditions as a closure, for a person who was informed and does not oppose.</summary>
    public static Decision Decide(TransferCareRecord command, CareRecord? state, CommandContext context)
    {
        if (state is null) return Decision.Refuse(new CareRecordNotFound());
        if (state.Transfer?.Id == command.TransferId) return Decision.Nothing;
        if (state.Life.Status is RecordStatus.Closed) return Decision.Refuse(new CareRecordIsClosed());
        if (state.Suspended) return Decision.Refuse(new CareRecordIsSuspended());
        if (command.Target == context.Territory) return Decision.Refuse(new InvalidCommand("target", "OTHER_TERRITORY"));
        if (!command.TargetIsKnown) return Decision.Refuse(new InvalidCommand("target", "UNKNOWN_TERRITORY"));
        if (command.InformedOn > context.Today) return Decision.Refuse(new InvalidCommand("informedOn", "NOT_IN_FUTURE"));
        if (!command.NotOpposed) return Decision.Refuse(new InvalidCommand("notOpposed", "PERSON_INFORMED_AND_NOT_OPPOSED"));
        if (!command.Blockers.IsEmpty) return Decision.Refuse(new CareRecordNotClosable(command.Blockers));
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : Protected<string>.Of(state.PersonId, command.Reason.Trim());
        return Decision.Accept(
            new CareRecordClosed(ClosingReason.Transferred, context.Today, true, false, null),
            new CareRecordTransferred(command.TransferId, command.Target, command.InformedOn, command.Parts, reason));
    }
}

/// <summary>Shape of <see cref="TransferCareRecord"/>.</summary>
public sealed class TransferCareRecordValidator : AbstractValidator<TransferCareRecord>
{
    /// <summary>A target is named, a reason is no book.</summary>
    public TransferCareRecordValidator()
    {
        RuleFor(c => c.Target.Value).NotEmpty().MaximumLength(64).OverridePropertyName("target");
        RuleFor(c => c.Target.Value).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("target");
        RuleFor(c => c.Reason).MaximumLength(CloseCareRecord.MaximumComment).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
    }
}
