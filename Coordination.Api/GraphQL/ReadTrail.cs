using System.Collections.Concurrent;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.GraphQL;

/// <summary>What one answer shows of whom; written to the read audit before the answer leaves (E13).</summary>
public sealed class ReadTrail
{
    private readonly ConcurrentDictionary<(TerritoryId Territory, PersonId Person), bool> persons = new();
    private readonly ConcurrentDictionary<Guid, bool> messages = new();

    /// <summary>This person's data is about to be shown.</summary>
    public void Show(TerritoryId territory, PersonId person) => persons[(territory, person)] = true;

    /// <summary>The content of this message in quarantine is about to be shown.</summary>
    public void OpenMessage(Guid message) => messages[message] = true;

    /// <summary>Takes the persons shown since the last time, by territory.</summary>
    public ILookup<TerritoryId, Guid> TakePersons() => Take(persons).ToLookup(k => k.Territory, k => k.Person.Value);

    /// <summary>Takes the messages opened since the last time.</summary>
    public IReadOnlyList<Guid> TakeMessages() => Take(messages);

    private static TKey[] Take<TKey>(ConcurrentDictionary<TKey, bool> shown)
        where TKey : notnull
    {
        var taken = shown.Keys.ToArray();
        foreach (var key in taken) shown.TryRemove(key, out _);
        return taken;
    }
}
