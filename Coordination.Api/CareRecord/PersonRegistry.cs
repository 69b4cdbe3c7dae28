using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Api.CareRecord;

/// <summary>A person of one territory.</summary>
public readonly record struct PersonKey(TerritoryId Territory, PersonId Person);

/// <summary>
/// The identity store (E10, E11): traits sealed with the person's key, found again by exact keys only, through blind indexes.
/// </summary>
public sealed class PersonRegistry(SubjectVault vault, BlindIndex index)
{
    private const string InsKind = "ins";

    /// <summary>Registers a person in the session's territory: traits, exact keys and the event, in one transaction with whatever else the session saves.</summary>
    public void Register(IDocumentSession session, PersonId person, PersonTraits traits, IEnumerable<(Finess Establishment, string Ipp)> local)
    {
        var keys = local.Select(l => new BlindIndexEntry(IppKind(l.Establishment), l.Ipp)).ToList();
        if (traits.Ins is { } ins) keys.Add(InsEntry(ins));
        vault.Put(session, person.Value, traits, keys);
        session.Events.StartStream<PersonState>(person.Value, new PersonRegistered(person));
    }

    /// <summary>Says that an establishment's identifier is this person's.</summary>
    public void Link(IDocumentSession session, PersonId person, Finess establishment, string ipp)
    {
        var kind = IppKind(establishment);
        session.QueueSqlCommand(
            "insert into subject_blind_index (tenant_id, kind, hmac, subject_id) values ($1, $2, $3, $4) on conflict do nothing",
            session.TenantId, kind, index.Compute(kind, ipp), person.Value);
        session.Events.Append(person.Value, new LocalIdentifierLinked(person, establishment));
    }

    /// <summary>Everybody, in any territory, whom this establishment knows under this identifier.</summary>
    public Task<IReadOnlyList<PersonKey>> FindByLocalIdentifierAsync(Finess establishment, string ipp, CancellationToken cancellation) =>
        FindAsync(new BlindIndexEntry(IppKind(establishment), ipp), cancellation);

    /// <summary>Everybody, in any territory, with this matricule.</summary>
    public Task<IReadOnlyList<PersonKey>> FindByInsAsync(Ins ins, CancellationToken cancellation) => FindAsync(InsEntry(ins), cancellation);

    /// <summary>The traits of persons of one territory; those erased or unknown are absent.</summary>
    public Task<IReadOnlyDictionary<Guid, PersonTraits>> TraitsAsync(TerritoryId territory, IReadOnlyCollection<Guid> persons, CancellationToken cancellation) =>
        vault.GetAsync<PersonTraits>(territory.Value, persons, cancellation);

    private async Task<IReadOnlyList<PersonKey>> FindAsync(BlindIndexEntry entry, CancellationToken cancellation) =>
        [.. (await vault.FindAsync(entry.Kind, entry.Value, cancellation)).Select(f => new PersonKey(new(f.Tenant), new(f.SubjectId)))];

    private static string IppKind(Finess establishment) => $"ipp:{establishment.Value}";

    private static BlindIndexEntry InsEntry(Ins ins) => new(InsKind, $"{ins.Oid}|{ins.Matricule}");
}
