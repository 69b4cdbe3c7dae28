using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Refuse support, with a reason that the one who asks reads.</summary>
/// <param name="Seal">Whose key seals the words.</param>
public sealed record RefuseRequest(PersonId Seal, RefusalReason Reason, string? Words)
{
    /// <summary>One decision.</summary>
    public static Decision Decide(RefuseRequest command, SupportRequest? state, CommandContext context) => TriageRules.Decide(state, context, (request, by) =>
        new SupportRefused(request.Establishment, by, context.Now, command.Reason, TriageRules.Text(command.Seal, command.Words)));
}

/// <summary>Shape of <see cref="RefuseRequest"/>.</summary>
public sealed class RefuseRequestValidator : AbstractValidator<RefuseRequest>
{
    /// <summary>Another reason is told in words.</summary>
    public RefuseRequestValidator()
    {
        RuleFor(c => c.Words).NotEmpty().When(c => c.Reason is RefusalReason.Other).WithErrorCode("REQUIRED").OverridePropertyName("words");
        RuleFor(c => c.Words).MaximumLength(TriageRules.MaximumText).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("words");
    }
}
