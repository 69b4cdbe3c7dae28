using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Directory;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Tasks;

/// <summary>Who works for a DAC and may be given its tasks: its coordinators, by their habilitations in force.</summary>
public static class Colleagues
{
    private const int Most = 500;

    /// <summary>All of them, by name.</summary>
    public static async Task<IReadOnlyList<ProfessionalEntry>> ReadAsync(IResolverContext context, TerritoryId territory) =>
        await Task.WhenAll((await IdsAsync(context, territory)).Select(id => Names.ProfessionalAsync(context, id)));

    /// <summary>Whether somebody is one of them.</summary>
    public static async Task<bool> HasAsync(IResolverContext context, TerritoryId territory, ProfessionalId professional) =>
        (await IdsAsync(context, territory)).Contains(professional);

    private static async Task<ProfessionalId[]> IdsAsync(IResolverContext context, TerritoryId territory)
    {
        var now = context.Service<TimeProvider>().GetUtcNow();
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var found = await session.QueryAsync<HabilitationView>(
            $"where role = 'Coordinator' and not ended and professional_id is not null order by display_name, id limit {Most}", [], context.RequestAborted);
        return [.. found.Where(v => v.Habilitation.StandsAt(now)).Select(v => v.Habilitation.Granted.Professional!.Value).Distinct()];
    }
}
