using Coordination.Api.CareRecord;
using Coordination.Api.Security;
using Platform.EventStore;

namespace Coordination.Api.Feed;

/// <summary>
/// Whom changes are about, read once a page for all subscribers, and who may hear of them: the same decision as for a query, with
/// the facts of the moment of delivery.
/// </summary>
public static class FeedFacts
{
    private static readonly string Persons = string.Join(" union all ",
        PersonStreams.All.Select(s => $"select id, {s.PersonColumn} from {s.Table} where id = any($1)"));

    /// <summary>The signals with the persons they are about.</summary>
    public static async Task<IReadOnlyList<FeedSignal>> AboutAsync(DocumentStore store, IReadOnlyList<FeedSignal> signals, CancellationToken cancellation)
    {
        var told = new List<FeedSignal>(signals.Count);
        foreach (var territory in signals.GroupBy(s => s.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            var persons = (await session.RawAsync(Persons, [territory.Select(s => s.StreamId).Distinct().ToArray()],
                row => (Stream: row.GetGuid(0), Person: row.IsDBNull(1) ? (Guid?)null : row.GetGuid(1)), cancellation)).ToDictionary(r => r.Stream, r => r.Person);
            PersonKey[] keys = [.. persons.Values.OfType<Guid>().Distinct().Select(p => new PersonKey(territory.Key, new(p)))];
            var access = await PersonAccessLoader.ReadAsync(store, keys, cancellation);
            told.AddRange(territory.Select(s => persons.GetValueOrDefault(s.StreamId) is { } person
                ? s with
                {
                    Person = access[new(territory.Key, new(person))],
                    StreamId = s.Type is FeedEventType.RecordChanged ? Domain.CareRecord.CareRecord.IdOf(territory.Key, new(person)).Value : s.StreamId,
                }
                : s));
        }

        return [.. told.OrderBy(s => s.Position)];
    }

    /// <summary>Whether a subject may hear of a change. That a record changed is told to whoever knew the person too: what was open may be closed.</summary>
    public static bool MayHear(Subject subject, FeedSignal signal, AccessContext context)
    {
        if (signal.Type is FeedEventType.Heartbeat) return true;
        var facts = signal.Person?.FactsFor(subject);
        if (signal.Type is FeedEventType.RecordChanged)
            return facts is not null && subject.Territory is not null && AccessRules.Of(subject.Role, AccessAction.ReadRecords).Any(r => r.IsOfDac || facts.Membership is not null);
        var action = signal.Type switch
        {
            FeedEventType.AlertChanged => AccessAction.ReadAlerts,
            FeedEventType.RequestChanged => AccessAction.ReadRequests,
            FeedEventType.TransferChanged => AccessAction.ReadTransfers,
            FeedEventType.TaskChanged => AccessAction.ReadWork,
            _ => AccessAction.ReadDischarges,
        };
        // An establishment is handed the changes of its own rows only. A request, or a transfer, precedes any record: it is the DAC's.
        return AccessPolicy.Decide(subject, action, new(signal.Territory, subject.Establishment, action is AccessAction.ReadRequests or AccessAction.ReadTransfers ? null : facts), context).Permitted;
    }
}
