using System.Collections.Concurrent;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Api.CareRecord;

/// <summary>
/// Names of the persons of each territory, decrypted once into memory (E11): shown in lists, searched, sorted as French does. SQL never
/// sees a name. A person whose stream went on is read again before anything is looked up; one that became another's is shown as that one.
/// </summary>
public sealed partial class PersonIndex(SubjectVault vault, PersonRegistry registry, DocumentStore store, IEventFeed feed)
{
    private const int Page = 1000;
    private readonly ConcurrentDictionary<PersonKey, PersonEntry> entries = new();
    private readonly ConcurrentDictionary<PersonKey, bool> stale = new();
    private readonly ConcurrentDictionary<TerritoryId, Lazy<Task>> loaded = new();
    private readonly ConcurrentDictionary<TerritoryId, long> reached = new();

    /// <summary>The traits of these persons, of the one that each became; an erased one is absent.</summary>
    public async Task<IReadOnlyDictionary<PersonKey, PersonTraits>> GetAsync(IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation)
    {
        var survivors = await FollowAsync(keys, cancellation);
        return survivors.Where(s => entries.ContainsKey(s.Value)).ToDictionary(s => s.Key, s => entries[s.Value].Traits);
    }

    /// <summary>Who each of these persons is now: herself, or the one whose identity hers became.</summary>
    public async Task<IReadOnlyDictionary<PersonKey, PersonKey>> FollowAsync(IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation)
    {
        var followed = keys.Distinct().ToDictionary(k => k, k => k);
        var ahead = followed.Values.ToHashSet();
        while (ahead.Count > 0)
        {
            await ReadAsync([.. ahead.Where(k => !entries.ContainsKey(k) || stale.ContainsKey(k))], cancellation);
            var steps = ahead.Where(k => entries.TryGetValue(k, out var e) && e.MergedInto is not null).ToDictionary(k => k, k => new PersonKey(k.Territory, entries[k].MergedInto!.Value));
            foreach (var (key, at) in followed.ToList())
                if (steps.TryGetValue(at, out var next)) followed[key] = next;
            ahead = [.. steps.Values];
        }

        return followed;
    }

    /// <summary>Orders persons of a territory by name, as French sorts; unknown ones last.</summary>
    public async Task<Comparison<Guid>> OrderAsync(TerritoryId territory)
    {
        await LoadAsync(territory, default);
        return (a, b) => (Find(territory, a), Find(territory, b)) switch
        {
            (null, null) => a.CompareTo(b),
            (null, _) => 1,
            (_, null) => -1,
            ({ } x, { } y) => System.Globalization.SortKey.Compare(x.SortKey, y.SortKey) is var order && order != 0 ? order : a.CompareTo(b),
        };
    }

    /// <summary>Has a person read again before the next look.</summary>
    public void Invalidate(PersonKey key) => stale[key] = true;

    /// <summary>Brings a territory to where the log is now, whichever node wrote it.</summary>
    public async Task CatchUpAsync(TerritoryId territory, CancellationToken cancellation)
    {
        await LoadAsync(territory, cancellation);
        while (true)
        {
            var after = reached.GetValueOrDefault(territory);
            var head = await feed.HeadAsync(null, cancellation);
            var items = head > after ? await feed.ReadTenantAsync(territory.Value, after, head, ["person"], Page, cancellation) : [];
            foreach (var item in items) stale[new(territory, new(item.StreamId))] = true;
            var position = items.Count == Page ? items[^1].Position : head;
            reached.AddOrUpdate(territory, position, (_, old) => Math.Max(old, position));
            if (items.Count < Page) break;
        }

        await FlushAsync(territory, cancellation);
    }

    private PersonEntry? Find(TerritoryId territory, Guid person) => entries.GetValueOrDefault(new(territory, new(person)));

    private async Task LoadAsync(TerritoryId territory, CancellationToken cancellation)
    {
        await loaded.GetOrAdd(territory, t => new(() => ReadAllAsync(t))).Value;
        await FlushAsync(territory, cancellation);
    }

    private Task FlushAsync(TerritoryId territory, CancellationToken cancellation) =>
        stale.IsEmpty ? Task.CompletedTask : ReadAsync([.. stale.Keys.Where(k => k.Territory == territory)], cancellation);

    private async Task ReadAsync(IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation)
    {
        // Taken off before the read: what changes during it makes it stale again.
        foreach (var key in keys) stale.TryRemove(key, out _);
        foreach (var territory in keys.GroupBy(k => k.Territory))
        {
            Guid[] ids = [.. territory.Select(k => k.Person.Value)];
            var merged = await MergedAsync(territory.Key, "where id = any($1) and merged_into is not null", [ids], cancellation);
            var traits = await registry.TraitsAsync(territory.Key, ids, cancellation);
            foreach (var key in territory)
                if (traits.TryGetValue(key.Person.Value, out var found)) entries[key] = new(found, merged.GetValueOrDefault(key.Person.Value));
                else entries.TryRemove(key, out _);
        }
    }

    private async Task ReadAllAsync(TerritoryId territory)
    {
        try
        {
            var position = await feed.HeadAsync();
            var merged = await MergedAsync(territory, "where merged_into is not null", [], default);
            await foreach (var (id, traits) in vault.ReadAllAsync<PersonTraits>(territory.Value))
                entries[new(territory, new(id))] = new(traits, merged.GetValueOrDefault(id));
            reached[territory] = position;
        }
        catch
        {
            loaded.TryRemove(territory, out _);
            throw;
        }
    }

    private async Task<Dictionary<Guid, PersonId?>> MergedAsync(TerritoryId territory, string where, object?[] values, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(territory.Value);
        return (await session.QueryAsync<PersonIdentityView>(where, values, cancellation)).ToDictionary(v => v.Id, v => v.State.MergedInto);
    }
}
