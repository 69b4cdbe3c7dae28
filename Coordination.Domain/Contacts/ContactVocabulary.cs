using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Contacts;

/// <summary>How a contact took place.</summary>
public enum ContactChannel
{
    /// <summary>By phone.</summary>
    Call,

    /// <summary>At the person's home.</summary>
    HomeVisit,

    /// <summary>Elsewhere, with one or several.</summary>
    Meeting,

    /// <summary>A letter or a message.</summary>
    Message,

    /// <summary>Otherwise.</summary>
    Other,
}

/// <summary>Who the contact was with.</summary>
public enum ContactParty
{
    /// <summary>The person herself.</summary>
    Person,

    /// <summary>A carer or another relative.</summary>
    Carer,

    /// <summary>A professional.</summary>
    Professional,

    /// <summary>A structure or a service.</summary>
    Structure,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>Who began it.</summary>
public enum ContactDirection
{
    /// <summary>The DAC.</summary>
    Outgoing,

    /// <summary>The other side.</summary>
    Incoming,
}

/// <summary>What came of a contact.</summary>
public enum ContactOutcome
{
    /// <summary>They spoke.</summary>
    Reached,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>A message was left.</summary>
    MessageLeft,

    /// <summary>To be taken up at another time.</summary>
    CallAgain,

    /// <summary>The other side did not want it.</summary>
    Refused,
}

/// <summary>What a contact was: everything that a correction may change.</summary>
/// <param name="Professional">Who it was with, when it is one of the directory.</param>
/// <param name="Structure">The structure it was with.</param>
/// <param name="At">When it took place; it may be hours before it is recorded.</param>
/// <param name="Minutes">How long it took, for the yearly report.</param>
public sealed record ContactFacts(
    ContactChannel Channel, ContactDirection Direction, ContactParty With, ProfessionalId? Professional, ProviderNumber? Structure, DateTimeOffset At, int Minutes, ContactOutcome Outcome);

/// <summary>The words of a contact, before they are sealed.</summary>
/// <param name="Named">Who it was with, in words.</param>
/// <param name="Text">What was said.</param>
public sealed record ContactWords(string? Named, string? Text)
{
    /// <summary>Sealed for a person; null for none.</summary>
    public static Protected<string>? Seal(PersonId person, string? words) => string.IsNullOrWhiteSpace(words) ? null : Protected<string>.Of(person, words.Trim());
}
