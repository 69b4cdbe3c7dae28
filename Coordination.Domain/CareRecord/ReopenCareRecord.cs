using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>Go on with a coordination that was closed less than 90 days ago.</summary>
/// <param name="MergedInto">Whose identity the person's became, if it did.</param>
public sealed record ReopenCareRecord(string? Reason, PersonId? MergedInto = null)
{
    /// <summary>How long the same record is taken up again (DOMAIN §5.2 AC5).</summary>
    public const int Days = 90;

    /// <summary>The same record and history; later a new follow-up is opened.</summary>
    public static Decision Decide(ReopenCareRecord command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        // Two territories never lead the same follow-up: only a transfer that was refused is taken back.
        { Transfer.Status: not TransferStatus.Refused } => Decision.Refuse(new TransferStands()),
        { Life.Closing: not null } when command.MergedInto is { } survivor => Decision.Refuse(new PersonIsMerged(survivor)),
        { Life.Closing: { } closing } when !IsInTime(closing, context) => Decision.Refuse(new ReopeningTooLate(closing.On)),
        { Life.Closing: not null } => Decision.Accept(new CareRecordReopened(
            string.IsNullOrWhiteSpace(command.Reason) ? null : Protected<string>.Of(state.PersonId, command.Reason.Trim()))),
        _ => Decision.Nothing,
    };

    /// <summary>Whether a closed record may still be taken up again.</summary>
    public static bool IsInTime(Closing closing, CommandContext context) => context.Today <= closing.On.AddDays(Days);
}

/// <summary>Shape of <see cref="ReopenCareRecord"/>.</summary>
public sealed class ReopenCareRecordValidator : AbstractValidator<ReopenCareRecord>
{
    /// <summary>A reason is no book.</summary>
    public ReopenCareRecordValidator()
    {
        RuleFor(c => c.Reason).MaximumLength(CloseCareRecord.MaximumComment).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
    }
}
