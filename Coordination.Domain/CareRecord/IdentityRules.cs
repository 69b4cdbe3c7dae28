using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Rules that every command about an identity shares.</summary>
public static class IdentityRules
{
    /// <summary>Why nothing can be said of this person; null when something can.</summary>
    public static DomainError? Of(PersonState? state) => state switch
    {
        null => new PersonNotFound(),
        { MergedInto: { } survivor } => new PersonIsMerged(survivor),
        _ => null,
    };

    /// <summary>The first of the five strict traits among them; null when there is none.</summary>
    public static TraitField? Strict(ImmutableArray<TraitField> fields) =>
        fields.Where(f => f is TraitField.BirthName or TraitField.GivenNames or TraitField.Sex or TraitField.BirthDate or TraitField.BirthPlace)
            .Select(f => (TraitField?)f).FirstOrDefault();

    /// <summary>The input field of a trait.</summary>
    public static string NameOf(TraitField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
}

/// <summary>Message: a person is new, or her traits changed; she is compared with the others of her territory.</summary>
public sealed record IdentityChanged(Identifiers.PersonId Person);
