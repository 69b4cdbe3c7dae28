using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Answer with information: nothing else is needed. Also for a request that names nobody.</summary>
/// <param name="Seal">Whose key seals the answer.</param>
public sealed record AnswerRequest(PersonId Seal, string Answer)
{
    /// <summary>One decision.</summary>
    public static Decision Decide(AnswerRequest command, SupportRequest? state, CommandContext context) => TriageRules.Decide(state, context, (request, by) =>
        new SupportRequestAnswered(request.Establishment, by, context.Now, Protected<string>.Of(command.Seal, command.Answer.Trim())));
}

/// <summary>Shape of <see cref="AnswerRequest"/>.</summary>
public sealed class AnswerRequestValidator : AbstractValidator<AnswerRequest>
{
    /// <summary>An answer is given.</summary>
    public AnswerRequestValidator() => RuleFor(c => c.Answer).NotEmpty().MaximumLength(TriageRules.MaximumText).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("answer");
}
