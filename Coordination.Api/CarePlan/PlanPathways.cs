using System.Collections.Immutable;
using Coordination.Api.CarePathway;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.PersonalData;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CarePathway;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>The care pathways that a plan carries out.</summary>
internal static class PlanPathways
{
    /// <summary>Those a plan names, for who reads pathways.</summary>
    public static async Task<PathwayNode[]> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CarePlanNode>();
        if (node.View.Plan.Pathways.IsEmpty) return [];
        var scope = RequestScope.Of(context);
        var access = await context.DataLoader<PersonAccessLoader>().LoadAsync(new PersonKey(node.Territory, node.Person));
        if (!scope.Decide(AccessAction.ReadPathway, new(node.Territory, null, access!.FactsFor(scope.Subject))).Permitted) return [];
        return [.. (await LoadAsync(context, node.Territory, node.View.Plan.Pathways)).Select(v => new PathwayNode(node.Territory, v))];
    }

    /// <summary>Their titles, for a comparison; null when there is none.</summary>
    public static async Task<string?> TitlesAsync(IResolverContext context, TerritoryId territory, ImmutableArray<Guid> pathways) => pathways.IsEmpty
        ? null
        : string.Join(", ", (await LoadAsync(context, territory, pathways)).Select(v => v.Pathway.Title).Order(StringComparer.Ordinal));

    /// <summary>Those of a record's person that go on.</summary>
    public static async Task<ImmutableArray<Guid>> RunningAsync(IResolverContext context, CareRecordNode record)
    {
        var persons = await context.Service<PersonStreamFinder>().IdentitiesAsync(record.Territory, record.View.Record.PersonId, context.RequestAborted);
        await using var session = context.Service<DocumentStore>().QuerySession(record.Territory.Value);
        var views = await session.QueryAsync<CarePathwayView>("where person_id = any($1) and not closed", [persons.ToArray()], context.RequestAborted);
        return [.. views.Select(v => v.Id)];
    }

    private static async Task<IEnumerable<CarePathwayView>> LoadAsync(IResolverContext context, TerritoryId territory, ImmutableArray<Guid> pathways)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.LoadManyAsync<CarePathwayView>([.. pathways], context.RequestAborted);
    }
}
