using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Contacts;

/// <summary>Record a contact that took place.</summary>
public sealed record RecordContact(PersonId Person, ContactFacts Facts, ContactWords Words)
{
    /// <summary>Once per id, by a professional, of the last year.</summary>
    public static Decision Decide(RecordContact command, RecordedContact? state, CommandContext context)
    {
        if (state is not null) return Decision.Nothing;
        if (context.Actor.Professional is not { } by) return Decision.Refuse(new ContactNeedsProfessional());
        return Problem(command.Facts, context) is { } problem
            ? Decision.Refuse(problem)
            : Decision.Accept(new ContactRecorded(
                command.Person, by, command.Facts, ContactWords.Seal(command.Person, command.Words.Named), ContactWords.Seal(command.Person, command.Words.Text)));
    }

    /// <summary>What is wrong with the time of a contact; null when nothing is.</summary>
    internal static InvalidCommand? Problem(ContactFacts facts, CommandContext context) =>
        facts.At > context.Now ? new("at", "NOT_IN_FUTURE")
        : facts.At < context.Now.AddYears(-1) ? new("at", "WITHIN_A_YEAR")
        : null;
}

/// <summary>Shape of <see cref="RecordContact"/>.</summary>
public sealed class RecordContactValidator : AbstractValidator<RecordContact>
{
    /// <summary>Facts and words in their bounds.</summary>
    public RecordContactValidator()
    {
        RuleFor(c => c.Person.Value).NotEmpty().OverridePropertyName("person");
        ContactRules.Bound(this, c => c.Facts, c => c.Words);
    }
}

/// <summary>The bounds of what is said of a contact, the same when it is recorded and corrected.</summary>
internal static class ContactRules
{
    /// <summary>From nothing to a day; a name of at most 200, a text of at most 10,000 characters.</summary>
    public static void Bound<T>(AbstractValidator<T> validator, Func<T, ContactFacts> facts, Func<T, ContactWords> words)
    {
        validator.RuleFor(c => facts(c).Minutes).InclusiveBetween(0, 1440).OverridePropertyName("minutes");
        validator.RuleFor(c => facts(c).Channel).IsNamed().OverridePropertyName("channel");
        validator.RuleFor(c => facts(c).Direction).IsNamed().OverridePropertyName("direction");
        validator.RuleFor(c => facts(c).With).IsNamed().OverridePropertyName("with");
        validator.RuleFor(c => facts(c).Outcome).IsNamed().OverridePropertyName("outcome");
        validator.RuleFor(c => words(c).Named).MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("named");
        validator.RuleFor(c => words(c).Text).MaximumLength(10_000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("text");
    }
}
