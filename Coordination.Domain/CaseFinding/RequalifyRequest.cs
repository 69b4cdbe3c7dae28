using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Give a request another urgency.</summary>
/// <param name="Seal">Whose key seals the reason.</param>
public sealed record RequalifyRequest(PersonId Seal, RequestUrgency Urgency, string? Reason, HolidayRegime Regime)
{
    /// <summary>The deadline runs from now, unless it has passed: what is late stays late.</summary>
    public static Decision Decide(RequalifyRequest command, SupportRequest? state, CommandContext context)
    {
        if (TriageRules.WhyClosed(state) is { } error) return Decision.Refuse(error);
        if (state!.Urgency == command.Urgency) return Decision.Nothing;
        var due = state.DueAt is { } past && past < context.Now ? past : FirstAnswer.DueAt(command.Urgency, context.Now, command.Regime);
        return Decision.Accept(new SupportRequestRequalified(state.Establishment, command.Urgency, due, TriageRules.Text(command.Seal, command.Reason)));
    }
}

/// <summary>Shape of <see cref="RequalifyRequest"/>.</summary>
public sealed class RequalifyRequestValidator : AbstractValidator<RequalifyRequest>
{
    /// <summary>A short reason.</summary>
    public RequalifyRequestValidator() =>
        RuleFor(c => c.Reason).MaximumLength(500).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("reason");
}
