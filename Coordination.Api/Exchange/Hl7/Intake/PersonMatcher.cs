using Coordination.Api.CareRecord;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>A person with an eligible record, and where she lives.</summary>
public sealed record FollowedPerson(PersonKey Key, CommuneCode Commune);

/// <summary>Whom a message is about, as far as it is sure.</summary>
/// <param name="Eligible">Persons with an eligible record, at most one per territory.</param>
/// <param name="Contradictory">INS and IPP lead to different persons of one territory: nothing may be applied.</param>
public sealed record MatchResult(IReadOnlyList<FollowedPerson> Eligible, bool Contradictory);

/// <summary>
/// Sure matches only (DOMAIN Rulings 2, 3): a validated INS with the same birth date, or an IPP linked for the establishment; and an
/// eligible record. Traits alone never match.
/// </summary>
public sealed class PersonMatcher(PersonRegistry persons, DocumentStore store)
{
    /// <summary>Finds the persons of a message.</summary>
    public async Task<MatchResult> MatchAsync(Finess establishment, PatientIdentity person, CancellationToken cancellation)
    {
        var byTerritory = new Dictionary<TerritoryId, HashSet<PersonId>>();
        foreach (var ipp in person.Identifiers.Ipps)
            Add(byTerritory, await persons.FindByLocalIdentifierAsync(establishment, ipp.Value, cancellation));
        if (person.Identifiers.Ins is { } ins && person.BirthDate is { } born)
            Add(byTerritory, await WithBirthDateAsync(await persons.FindByInsAsync(ins, cancellation), born, cancellation));
        if (byTerritory.Values.Any(found => found.Count > 1)) return new([], true);
        var eligible = new List<FollowedPerson>();
        foreach (var (territory, found) in byTerritory.OrderBy(t => t.Key.Value, StringComparer.Ordinal))
        {
            var key = new PersonKey(territory, found.Single());
            if (await RecordAsync(key, cancellation) is { IsEligible: true } record) eligible.Add(new(key, record.Commune));
        }

        return new(eligible, false);
    }

    private async Task<Record?> RecordAsync(PersonKey key, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(key.Territory.Value);
        return await session.Events.AggregateStreamAsync<Record>(Record.IdOf(key.Territory, key.Person).Value, ct: cancellation);
    }

    private async Task<IEnumerable<PersonKey>> WithBirthDateAsync(IReadOnlyList<PersonKey> found, DateOnly born, CancellationToken cancellation)
    {
        var agreeing = new List<PersonKey>();
        foreach (var territory in found.GroupBy(k => k.Territory))
        {
            var traits = await persons.TraitsAsync(territory.Key, [.. territory.Select(k => k.Person.Value)], cancellation);
            agreeing.AddRange(territory.Where(k => traits.TryGetValue(k.Person.Value, out var t) && t.BirthDate == born));
        }

        return agreeing;
    }

    private static void Add(Dictionary<TerritoryId, HashSet<PersonId>> byTerritory, IEnumerable<PersonKey> found)
    {
        foreach (var key in found)
        {
            if (!byTerritory.TryGetValue(key.Territory, out var persons)) byTerritory[key.Territory] = persons = [];
            persons.Add(key.Person);
        }
    }
}
