using System.Collections.Immutable;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>Which classes of a person's plan the subject reads.</summary>
internal sealed record PlanReader(ImmutableHashSet<DataClass> Classes)
{
    /// <summary>Asks the policy once per class.</summary>
    public static async Task<PlanReader> OfAsync(IResolverContext context, TerritoryId territory, PersonId person)
    {
        var scope = RequestScope.Of(context);
        var access = await context.DataLoader<PersonAccessLoader>().LoadAsync(new PersonKey(territory, person));
        var facts = access!.FactsFor(scope.Subject);
        return new([.. Enum.GetValues<DataClass>().Where(reach => scope.Decide(AccessAction.ReadPlan, new(territory, null, facts) { Class = reach }).Permitted)]);
    }

    /// <summary>Whether an item is shown.</summary>
    public bool Reads(PlanItem item) => Classes.Contains(item.DataClass);
}
