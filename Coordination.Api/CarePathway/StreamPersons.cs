using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CarePathway;

/// <summary>Whose a stream of a record is. A person who absorbed another identity has its streams too, and they keep speaking of that one.</summary>
public static class StreamPersons
{
    /// <summary>The person a stream speaks of, when it is one of the record's; null when it is not, or there is none.</summary>
    public static async Task<PersonId?> OfAsync<TView>(IResolverContext context, string recordId, Guid stream, Func<TView, PersonId> person)
        where TView : class
    {
        if (RequestScope.Of(context).Subject.Territory is not { } territory) return null;
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        if (await session.LoadAsync<TView>(stream, context.RequestAborted) is not { } view) return null;
        if (await CareRecordQueries.LoadAsync(context, territory, CareRecordQueries.DecodeId(territory, recordId, "recordId")) is not { } node) return null;
        var persons = await PersonIdentities.OfAsync(context, node);
        return persons.Contains(person(view).Value) ? person(view) : null;
    }
}
