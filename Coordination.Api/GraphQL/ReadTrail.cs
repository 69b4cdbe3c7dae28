using System.Collections.Concurrent;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.GraphQL;

/// <summary>One row of the read audit, before who, when and where are added.</summary>
/// <param name="Territory">Whose persons; null for what belongs to no territory.</param>
/// <param name="Permitted">False: somebody known was asked for in vain, and <paramref name="Basis"/> has the rule that denied.</param>
/// <param name="Detail">What was read where it is no person.</param>
public sealed record TrailEntry(
    TerritoryId? Territory, string Action, IReadOnlyList<Guid> Persons, IReadOnlyList<DataClass> Classes, IReadOnlyList<string> Basis, bool Permitted = true, string? Detail = null)
{
    /// <summary>How many things were shown; persons where nothing else is said.</summary>
    public int Shown { get; init; } = Persons.Count;
}

/// <summary>What one answer shows of whom; written to the read audit before the answer leaves (E13).</summary>
public sealed class ReadTrail
{
    private readonly ConcurrentDictionary<(TerritoryId Territory, PersonId Person, DataClass Class), bool> shown = new();
    private readonly ConcurrentDictionary<(TerritoryId Territory, PersonId Person), bool> opened = new();
    private readonly ConcurrentDictionary<(TerritoryId Territory, PersonId Person, AccessAction Action, string Rule), bool> refused = new();
    private readonly ConcurrentDictionary<Guid, bool> messages = new();
    private readonly ConcurrentDictionary<(TerritoryId Territory, string Detail, int Count), bool> consulted = new();
    private readonly ConcurrentDictionary<string, bool> basis = new();

    /// <summary>This person's data is about to be shown.</summary>
    public void Show(TerritoryId territory, PersonId person, DataClass reach = DataClass.Administrative) => shown[(territory, person, reach)] = true;

    /// <summary>This person's record is about to be opened, alone: a row of its own.</summary>
    public void Open(TerritoryId territory, PersonId person) => opened[(territory, person)] = true;

    /// <summary>Somebody who exists was asked for in vain: a row of its own, with the rule.</summary>
    public void Refuse(TerritoryId territory, PersonId person, AccessAction action, string rule) => refused[(territory, person, action, rule)] = true;

    /// <summary>The content of this message in quarantine is about to be shown.</summary>
    public void OpenMessage(Guid message) => messages[message] = true;

    /// <summary>Rows about nobody in particular are about to be shown, and must be noted all the same.</summary>
    public void Consult(TerritoryId territory, string detail, int count) => consulted[(territory, detail, count)] = true;

    /// <summary>A rule let the subject do something in this request.</summary>
    public void Permit(string rule) => basis[rule] = true;

    /// <summary>Takes what is to be noted since the last time.</summary>
    public IReadOnlyList<TrailEntry> Take()
    {
        string[] rules = [.. basis.Keys.Order(StringComparer.Ordinal)];
        return
        [
            .. Taken(shown).GroupBy(k => k.Territory).Select(g => new TrailEntry(
                g.Key, AuditActions.Read, [.. g.Select(k => k.Person.Value).Distinct()], [.. g.Select(k => k.Class).Distinct().Order()], rules)),
            .. Taken(opened).Select(k => new TrailEntry(k.Territory, AuditActions.OpenRecord, [k.Person.Value], [], rules)),
            .. Taken(refused).Select(k => new TrailEntry(k.Territory, AuditActions.Refused, [k.Person.Value], [], [k.Rule], Permitted: false, k.Action.ToString())),
            .. Taken(messages).Order().Chunk(50).Select(c => new TrailEntry(null, AuditActions.OpenMessage, [], [], rules, Detail: string.Join(',', c)) { Shown = c.Length }),
            .. Taken(consulted).Select(k => new TrailEntry(k.Territory, AuditActions.Consult, [], [], rules, Detail: k.Detail) { Shown = k.Count }),
        ];
    }

    private static TKey[] Taken<TKey>(ConcurrentDictionary<TKey, bool> noted)
        where TKey : notnull
    {
        var taken = noted.Keys.ToArray();
        foreach (var key in taken) noted.TryRemove(key, out _);
        return taken;
    }
}
