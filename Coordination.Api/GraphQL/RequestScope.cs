using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>What every resolver of a request shares: who asks, the trail of persons shown, and the time, which goes on during a subscription.</summary>
/// <param name="StillHoldsAsync">Whether what let the subject in still does, asked during a subscription.</param>
public sealed record RequestScope(Subject Subject, ReadTrail Trail, TimeProvider Clock, Func<Task<bool>> StillHoldsAsync)
{
    /// <summary>Where it stands in the request's context data.</summary>
    public const string Key = "coordination.scope";

    /// <summary>The scope of this request; throws UNAUTHENTICATED when nobody is signed in.</summary>
    public static RequestScope Of(IResolverContext context) =>
        context.ContextData.TryGetValue(Key, out var scope) && scope is RequestScope found
            ? found
            : throw new GraphQLException(Texts.Get("Error.UNAUTHENTICATED"), "UNAUTHENTICATED");

    /// <summary>When a question of access is asked: now.</summary>
    public AccessContext Context => new(Clock.GetUtcNow());

    /// <summary>The tenant whose rows may be met; throws FORBIDDEN when the action is not open to the subject.</summary>
    public TerritoryId Require(AccessAction action)
    {
        var verdict = Decide(action, null);
        return verdict.Permitted ? Subject.Tenant ?? default : throw Forbidden(verdict.Rule);
    }

    /// <summary>Whether this thing may be shown.</summary>
    public bool May(AccessAction action, AccessFacts facts) => Decide(action, facts).Permitted;

    /// <summary>Whether, and by which rule.</summary>
    public AccessVerdict Decide(AccessAction action, AccessFacts? facts) => AccessPolicy.Decide(Subject, action, facts, Context);

    /// <summary>The refusal that names its rule.</summary>
    public static GraphQLException Forbidden(string rule) =>
        new(Texts.Find($"Access.{rule}") ?? Texts.Get("Error.FORBIDDEN"), "FORBIDDEN", new Dictionary<string, object?> { ["rule"] = rule });
}
