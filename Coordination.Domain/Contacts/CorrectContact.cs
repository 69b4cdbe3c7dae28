using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Contacts;

/// <summary>Say what is right about a contact.</summary>
public sealed record CorrectContact(PersonId Person, ContactFacts Facts, ContactWords Words)
{
    /// <summary>Of a contact about this person that was not taken back. What is said of it already is said once.</summary>
    public static Decision Decide(CorrectContact command, RecordedContact? state, CommandContext context)
    {
        if (state is null || state.Person != command.Person) return Decision.Refuse(new RecordedContactNotFound());
        if (state.Withdrawn) return Decision.Refuse(new ContactIsWithdrawn());
        if (RecordContact.Problem(command.Facts, context) is { } problem) return Decision.Refuse(problem);
        var (named, text) = (ContactWords.Seal(command.Person, command.Words.Named), ContactWords.Seal(command.Person, command.Words.Text));
        return state.Facts == command.Facts && state.Named == named && state.Text == text
            ? Decision.Nothing
            : Decision.Accept(new ContactRecordCorrected(command.Facts, named, text));
    }
}

/// <summary>Shape of <see cref="CorrectContact"/>.</summary>
public sealed class CorrectContactValidator : AbstractValidator<CorrectContact>
{
    /// <summary>Facts and words in their bounds.</summary>
    public CorrectContactValidator() => ContactRules.Bound(this, c => c.Facts, c => c.Words);
}

/// <summary>Take a contact back that did not take place.</summary>
public sealed record WithdrawContact(PersonId Person)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(WithdrawContact command, RecordedContact? state, CommandContext context) =>
        state is null || state.Person != command.Person ? Decision.Refuse(new RecordedContactNotFound())
        : state.Withdrawn ? Decision.Nothing
        : Decision.Accept(new ContactWithdrawn());
}
