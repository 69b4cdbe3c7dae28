using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>What every resolver of a request shares: who asks, and the trail of persons shown.</summary>
public sealed record RequestScope(Subject Subject, ReadTrail Trail)
{
    /// <summary>Where it stands in the request's context data.</summary>
    public const string Key = "coordination.scope";

    /// <summary>The scope of this request; throws UNAUTHENTICATED when nobody is signed in.</summary>
    public static RequestScope Of(IResolverContext context) =>
        context.ContextData.TryGetValue(Key, out var scope) && scope is RequestScope found
            ? found
            : throw new GraphQLException(Texts.Get("Error.UNAUTHENTICATED"), "UNAUTHENTICATED");

    /// <summary>The tenant whose rows may be met; throws FORBIDDEN when the action is not open to the subject.</summary>
    public TerritoryId Require(AccessAction action)
    {
        var verdict = AccessPolicy.Decide(Subject, action, null);
        return verdict.Permitted ? Subject.Tenant ?? default : throw Forbidden(verdict.Rule);
    }

    /// <summary>Whether this thing may be shown.</summary>
    public bool May(AccessAction action, AccessFacts facts) => AccessPolicy.Decide(Subject, action, facts).Permitted;

    /// <summary>The refusal that names its rule.</summary>
    public static GraphQLException Forbidden(string rule) =>
        new(Texts.Get("Error.FORBIDDEN"), "FORBIDDEN", new Dictionary<string, object?> { ["rule"] = rule });
}
