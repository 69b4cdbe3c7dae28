using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Persons;

/// <summary>Whom the subject may look at as an identity.</summary>
public static class PersonDoor
{
    /// <summary>
    /// The identity cell compares identities whatever their records say, since a duplicate of a hidden record is one too; to anybody else a person
    /// whose record is closed to him looks like nobody.
    /// </summary>
    public static async Task<bool> MayAsync(IResolverContext context, AccessAction action, PersonKey key)
    {
        var scope = RequestScope.Of(context);
        return scope.Decide(AccessAction.VerifyIdentities, null).Permitted
            ? scope.May(action, new(key.Territory, null, null))
            : (await PersonAccessLoader.DecideAsync(context, action, key)).Permitted;
    }

    /// <summary>Those of these persons whom the subject may look at, in their order, noted as shown.</summary>
    public static async Task<IReadOnlyList<PersonNode>> OpenAsync(IResolverContext context, AccessAction action, IEnumerable<PersonKey> keys)
    {
        var asked = keys.ToList();
        var allowed = await Task.WhenAll(asked.Select(k => MayAsync(context, action, k)));
        return await Task.WhenAll(asked.Where((_, i) => allowed[i]).Select(k => PersonType.LoadAsync(context, k.Territory, k.Person)));
    }

    /// <summary>The person of an opaque id, as the one she is now; null when she is nobody to the subject.</summary>
    public static async Task<PersonKey?> FindAsync(IResolverContext context, AccessAction action, TerritoryId territory, string id, string argument)
    {
        var key = new PersonKey(territory, new(NodeId.Decode("Person", id, argument)));
        key = (await context.Service<PersonIndex>().FollowAsync([key], context.RequestAborted))[key];
        return (await context.Service<PersonIndex>().GetAsync([key], context.RequestAborted)).ContainsKey(key) && await MayAsync(context, action, key) ? key : null;
    }
}
