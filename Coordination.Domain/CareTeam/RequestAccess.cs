using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Ask the referent for access to somebody described by names and birth date.</summary>
/// <param name="Person">Whom the description matches; null for nobody: the answer is the same.</param>
/// <param name="Subject">Whose key seals the texts: the person, or an id made for this request.</param>
public sealed record RequestAccess(PersonId? Person, PersonId Subject, string Described, AccessReason Reason, string Text)
{
    /// <summary>A professional asks, once per id.</summary>
    public static Decision Decide(RequestAccess command, AccessRequest? state, CommandContext context) => (state, context.Actor.Professional) switch
    {
        ({ }, _) => Decision.Nothing,
        (_, null) => Decision.Refuse(new NotAProfessional()),
        (_, { } by) => Decision.Accept(new AccessRequested(by, command.Person, Protected<string>.Of(command.Subject, command.Described), command.Reason,
            Protected<string>.Of(command.Subject, command.Text.Trim()))),
    };
}

/// <summary>Shape of <see cref="RequestAccess"/>.</summary>
public sealed class RequestAccessValidator : AbstractValidator<RequestAccess>
{
    /// <summary>A reason in words, of at most 1,000 characters.</summary>
    public RequestAccessValidator() =>
        RuleFor(c => c.Text).NotEmpty().MaximumLength(1000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("text");
}
