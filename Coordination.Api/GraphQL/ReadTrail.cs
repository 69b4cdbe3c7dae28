using System.Collections.Concurrent;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.GraphQL;

/// <summary>The persons whose data one answer shows; written to the read audit before the answer leaves (E13).</summary>
public sealed class ReadTrail
{
    private readonly ConcurrentDictionary<(TerritoryId Territory, PersonId Person), bool> shown = new();

    /// <summary>This person's data is about to be shown.</summary>
    public void Show(TerritoryId territory, PersonId person) => shown[(territory, person)] = true;

    /// <summary>Takes what was shown since the last time, by territory.</summary>
    public ILookup<TerritoryId, Guid> Take()
    {
        var taken = shown.Keys.ToArray();
        foreach (var key in taken) shown.TryRemove(key, out _);
        return taken.ToLookup(k => k.Territory, k => k.Person.Value);
    }
}
