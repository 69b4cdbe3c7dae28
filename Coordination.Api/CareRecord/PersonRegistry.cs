using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Platform.Messaging;

namespace Coordination.Api.CareRecord;

/// <summary>A person of one territory.</summary>
public readonly record struct PersonKey(TerritoryId Territory, PersonId Person);

/// <summary>A person as a history has her, registered when and by whom it says.</summary>
/// <param name="Local">Which establishments know her, under which identifier.</param>
/// <param name="EventId">The id of the fact that registers her.</param>
public sealed record PastPerson(PersonId Person, PersonTraits Traits, IReadOnlyCollection<(Finess Establishment, string Ipp)> Local, Guid EventId, DateTimeOffset At, string By);

/// <summary>
/// The identity store (E10, E11): traits sealed with the person's key, found again by exact keys only, through blind indexes.
/// </summary>
public sealed class PersonRegistry(SubjectVault vault, BlindIndex index, OutboxWriter outbox, DocumentStore store)
{
    private const string InsKind = "ins";

    /// <summary>Registers a person in the session's territory: traits, exact keys and the event, in one transaction with whatever else the session saves.</summary>
    public void Register(IDocumentSession session, PersonId person, PersonTraits traits, IEnumerable<(Finess Establishment, string Ipp)> local)
    {
        vault.Put(session, person.Value, traits, Keys(traits, local));
        session.Events.StartStream<PersonState>(person.Value, Registered(person, traits));
        Watch(session, person);
    }

    /// <summary>
    /// Registers persons of the past, in one batch with whatever else it has: traits, exact keys and the event. Their subject keys are made
    /// beforehand, and nobody looks for duplicates among them.
    /// </summary>
    public void Register(PastBatch batch, IReadOnlyCollection<PastPerson> persons)
    {
        vault.Put(batch, [.. persons.Select(p => (p.Person.Value, p.Traits, (IReadOnlyCollection<BlindIndexEntry>)Keys(p.Traits, p.Local)))]);
        foreach (var p in persons)
            batch.Start<PersonState>(p.Person.Value, [new(p.EventId, Registered(p.Person, p.Traits), p.At, p.By)]);
    }

    /// <summary>Writes the traits of a known person anew, with her matricules; her local numbers stay. The caller appends the fact that tells it.</summary>
    public void Rewrite(IDocumentSession session, PersonId person, PersonTraits traits)
    {
        vault.Put(session, person.Value, traits, InsKind, Matricules(traits));
        Watch(session, person);
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
    public Task<IReadOnlyList<PersonKey>> FindByInsAsync(Ins ins, CancellationToken cancellation) => FindAsync(new(InsKind, ValueOf(ins)), cancellation);

    /// <summary>The traits of persons of one territory; those erased or unknown are absent.</summary>
    public Task<IReadOnlyDictionary<Guid, PersonTraits>> TraitsAsync(TerritoryId territory, IReadOnlyCollection<Guid> persons, CancellationToken cancellation) =>
        vault.GetAsync<PersonTraits>(territory.Value, persons, cancellation);

    // One that became another's is found as that one.
    private async Task<IReadOnlyList<PersonKey>> FindAsync(BlindIndexEntry entry, CancellationToken cancellation)
    {
        var found = (await vault.FindAsync(entry.Kind, entry.Value, cancellation)).Select(f => new PersonKey(new(f.Tenant), new(f.SubjectId))).ToList();
        var survivors = new HashSet<PersonKey>();
        foreach (var territory in found.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            Guid[] ids = [.. territory.Select(k => k.Person.Value)];
            while (ids.Length > 0)
            {
                var merged = (await session.QueryAsync<PersonIdentityView>("where id = any($1) and merged_into is not null", [ids], cancellation))
                    .ToDictionary(v => v.Id, v => v.State.MergedInto!.Value.Value);
                survivors.UnionWith(ids.Where(id => !merged.ContainsKey(id)).Select(id => new PersonKey(territory.Key, new(id))));
                ids = [.. merged.Values.Distinct()];
            }
        }

        return [.. survivors.OrderBy(k => k.Territory.Value, StringComparer.Ordinal).ThenBy(k => k.Person.Value)];
    }

    // Duplicates of a territory are looked for in order, after the commit: two who are registered at once meet there.
    private void Watch(IDocumentSession session, PersonId person) => outbox.Send(
        session, new IdentityChanged(person), new DeliveryOptions { TenantId = session.TenantId, GroupId = $"identity:{session.TenantId}" });

    private static PersonRegistered Registered(PersonId person, PersonTraits traits) => new(person, traits.Status is IdentityStatus.Provisional ? null : traits.Status);

    private static List<BlindIndexEntry> Keys(PersonTraits traits, IEnumerable<(Finess Establishment, string Ipp)> local) =>
    [
        .. local.Select(l => new BlindIndexEntry(IppKind(l.Establishment), l.Ipp)), .. Matricules(traits).Select(m => new BlindIndexEntry(InsKind, m)),
    ];

    private static IEnumerable<string> Matricules(PersonTraits traits)
    {
        if (traits.Ins is { } ins) yield return ValueOf(ins);
        if (traits.FormerIns is { } former) yield return ValueOf(former);
    }

    private static string IppKind(Finess establishment) => $"ipp:{establishment.Value}";

    private static string ValueOf(Ins ins) => $"{ins.Oid}|{ins.Matricule}";
}
