using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>Record a representative, the trusted person, or somebody who is not to be warned.</summary>
public sealed record DesignateContact(Guid ContactId, ContactKind Kind, string Name, string? Phone, DateOnly From, DateOnly? Until)
{
    /// <summary>One trusted person at a time; the same id says the same person.</summary>
    public static Decision Decide(DesignateContact command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when state.Rights.Contacts.Any(c => c.Id == command.ContactId) => Decision.Nothing,
        _ when command.Until < command.From => Decision.Refuse(new InvalidCommand("until", "NOT_BEFORE_START")),
        _ when command.Kind is ContactKind.TrustedPerson && state.Rights.Contacts.Any(c => c.Kind is ContactKind.TrustedPerson) =>
            Decision.Refuse(new InvalidCommand("kind", "ONE_TRUSTED_PERSON")),
        _ => Decision.Accept(new ContactDesignated(command.ContactId, command.Kind, Protected<string>.Of(state.PersonId, command.Name.Trim()),
            string.IsNullOrWhiteSpace(command.Phone) ? null : Protected<string>.Of(state.PersonId, command.Phone.Trim()), command.From, command.Until)),
    };
}

/// <summary>Shape of <see cref="DesignateContact"/>.</summary>
public sealed class DesignateContactValidator : AbstractValidator<DesignateContact>
{
    /// <summary>An id, a name of at most 200 characters, a phone of at most 30.</summary>
    public DesignateContactValidator()
    {
        RuleFor(c => c.ContactId).NotEmpty().OverridePropertyName("contactId");
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("name");
        RuleFor(c => c.Phone).MaximumLength(30).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("phone");
    }
}
