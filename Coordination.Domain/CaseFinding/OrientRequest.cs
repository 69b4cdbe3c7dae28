using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Send a request on to a service that fits better, or to another DAC.</summary>
/// <param name="Seal">Whose key seals the texts.</param>
/// <param name="To">Which one, in words.</param>
/// <param name="With">What is sent along.</param>
public sealed record OrientRequest(PersonId Seal, string To, ProviderNumber? Number, string? With)
{
    /// <summary>One decision.</summary>
    public static Decision Decide(OrientRequest command, SupportRequest? state, CommandContext context) => TriageRules.Decide(state, context, (request, by) =>
        new SupportRequestOriented(request.Establishment, by, context.Now, Protected<string>.Of(command.Seal, command.To.Trim()), command.Number,
            TriageRules.Text(command.Seal, command.With)));
}

/// <summary>Shape of <see cref="OrientRequest"/>.</summary>
public sealed class OrientRequestValidator : AbstractValidator<OrientRequest>
{
    /// <summary>A service is named.</summary>
    public OrientRequestValidator()
    {
        RuleFor(c => c.To).NotEmpty().MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("to");
        RuleFor(c => c.With).MaximumLength(TriageRules.MaximumText).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("with");
    }
}
