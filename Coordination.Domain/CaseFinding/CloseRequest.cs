using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Close a request that nothing follows. Also one that names nobody.</summary>
/// <param name="Seal">Whose key seals the words.</param>
public sealed record CloseRequest(PersonId Seal, NoFollowUpReason Reason, string? Words)
{
    /// <summary>One decision.</summary>
    public static Decision Decide(CloseRequest command, SupportRequest? state, CommandContext context) => TriageRules.Decide(state, context, (request, by) =>
        new SupportRequestClosedWithoutFollowUp(request.Establishment, by, context.Now, command.Reason, TriageRules.Text(command.Seal, command.Words)));
}

/// <summary>Shape of <see cref="CloseRequest"/>.</summary>
public sealed class CloseRequestValidator : AbstractValidator<CloseRequest>
{
    /// <summary>Words are short.</summary>
    public CloseRequestValidator() => RuleFor(c => c.Words).MaximumLength(TriageRules.MaximumText).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("words");
}
