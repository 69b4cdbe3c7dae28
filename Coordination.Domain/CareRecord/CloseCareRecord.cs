using System.Collections.Immutable;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>End a coordination.</summary>
/// <param name="Blockers">What is still open about the person when the command is given.</param>
/// <param name="WithoutPlan">A manager closes though the plan is not closed.</param>
public sealed record CloseCareRecord(
    ClosingReason Reason, DateOnly On, bool PersonInformed, bool WithoutPlan, string? Comment, ImmutableArray<ClosingBlocker> Blockers)
{
    /// <summary>Longest comment, in characters.</summary>
    public const int MaximumComment = 2000;

    /// <summary>
    /// Nothing urgent is open and the plan is closed, else the answer names exactly what is not; a death ends everything. The person is told,
    /// unless she died or cannot be reached.
    /// </summary>
    public static Decision Decide(CloseCareRecord command, CareRecord? state, CommandContext context)
    {
        if (state is null) return Decision.Refuse(new CareRecordNotFound());
        if (state.Life.Status is RecordStatus.Closed) return Decision.Nothing;
        if (command.Reason is ClosingReason.Transferred) return Decision.Refuse(new InvalidCommand("reason", "BY_TRANSFER"));
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        if (!command.PersonInformed && command.Reason is not (ClosingReason.Death or ClosingReason.LostContact))
            return Decision.Refuse(new InvalidCommand("personInformed", "PERSON_TO_BE_INFORMED"));
        ImmutableArray<ClosingBlocker> standing = command.Reason is ClosingReason.Death
            ? []
            : [.. command.Blockers.Where(b => !command.WithoutPlan || b.Kind is not BlockerKind.CarePlan)];
        if (!standing.IsEmpty) return Decision.Refuse(new CareRecordNotClosable(standing));
        var comment = string.IsNullOrWhiteSpace(command.Comment) ? null : Protected<string>.Of(state.PersonId, command.Comment.Trim());
        return Decision.Accept(new CareRecordClosed(command.Reason, command.On, command.PersonInformed, command.WithoutPlan, comment));
    }
}

/// <summary>Shape of <see cref="CloseCareRecord"/>.</summary>
public sealed class CloseCareRecordValidator : AbstractValidator<CloseCareRecord>
{
    /// <summary>A comment is no book.</summary>
    public CloseCareRecordValidator()
    {
        RuleFor(c => c.Comment).MaximumLength(CloseCareRecord.MaximumComment).OverridePropertyName("comment");
        RuleFor(c => c.Comment).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("comment");
    }
}
