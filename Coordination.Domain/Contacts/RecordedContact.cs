using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Contacts;

/// <summary>A contact of the DAC about a person, as its events tell it: the last word counts, the earlier ones stay to be read.</summary>
/// <param name="By">Who had it.</param>
public sealed record RecordedContact(PersonId Person, ProfessionalId By, ContactFacts Facts, Protected<string>? Named, Protected<string>? Text, int Corrections, bool Withdrawn)
{
    /// <summary>The contact after one more fact.</summary>
    public static RecordedContact Evolve(RecordedContact? state, ContactEvent fact) => (state, fact) switch
    {
        (null, ContactRecorded e) => new(e.Person, e.By, e.Facts, e.Named, e.Text, 0, false),
        ({ } s, ContactRecordCorrected e) => s with { Facts = e.Facts, Named = e.Named, Text = e.Text, Corrections = s.Corrections + 1 },
        ({ } s, ContactWithdrawn) => s with { Withdrawn = true },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no contact" : "a contact")}"),
    };
}
