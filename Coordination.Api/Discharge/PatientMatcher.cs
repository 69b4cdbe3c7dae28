using Coordination.Api.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.Discharge;

/// <summary>Whom an identity entered by hand is, as far as it is sure.</summary>
/// <param name="Followed">Persons with an eligible record, at most one per territory.</param>
/// <param name="Known">Persons without one who are known by these identifiers: a request about them does not register them again.</param>
public sealed record PatientMatch(IReadOnlyList<PersonKey> Followed, IReadOnlyList<PersonKey> Known);

/// <summary>
/// Sure matches only (DOMAIN Rulings 3): the establishment's own number or a right matricule, and the same birth date, since a number is
/// mistyped easily. Traits alone never match, and nothing in the answer says whether somebody is followed.
/// </summary>
public sealed class PatientMatcher(PersonRegistry persons, DocumentStore store)
{
    /// <summary>Finds the persons of an identity.</summary>
    public async Task<PatientMatch> MatchAsync(Finess establishment, PatientInput patient, CancellationToken cancellation)
    {
        var found = new List<PersonKey>();
        if (PatientEntry.IppOf(patient) is { } ipp) found.AddRange(await persons.FindByLocalIdentifierAsync(establishment, ipp, cancellation));
        foreach (var ins in PatientEntry.InsOf(patient.Ins)) found.AddRange(await persons.FindByInsAsync(ins, cancellation));
        var followed = new List<PersonKey>();
        var known = new List<PersonKey>();
        foreach (var territory in found.Distinct().GroupBy(k => k.Territory).OrderBy(t => t.Key.Value, StringComparer.Ordinal))
        {
            var traits = await persons.TraitsAsync(territory.Key, [.. territory.Select(k => k.Person.Value)], cancellation);
            var same = territory.Where(k => traits.TryGetValue(k.Person.Value, out var t) && t.BirthDate == patient.BirthDate).ToList();
            // Number and matricule of two persons: nobody for sure.
            if (same.Count != 1) continue;
            (await IsEligibleAsync(same[0], cancellation) ? followed : known).Add(same[0]);
        }

        return new(followed, known);
    }

    private async Task<bool> IsEligibleAsync(PersonKey key, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(key.Territory.Value);
        return await session.Events.AggregateStreamAsync<Record>(Record.IdOf(key.Territory, key.Person).Value, ct: cancellation) is { IsEligible: true };
    }
}
