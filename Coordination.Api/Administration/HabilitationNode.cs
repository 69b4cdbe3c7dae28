using Coordination.Api.GraphQL;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Directory;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>Who may act in the territory: in which role, for which structure, from when to when, by whose decision.</summary>
public sealed record HabilitationNode(
    Guid Stream, string Identity, string DisplayName, string? Rpps, Role Role, string Organization, DateTimeOffset From, DateTimeOffset? Until, bool InForce,
    DateTimeOffset? EndedAt, string? Reason)
{
    private const int Most = 500;

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddObjectType<HabilitationNode>(d =>
    {
        d.Name("Habilitation").Description("It is of one activity, never of the person: somebody with two activities has two.");
        d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Habilitation", c.Parent<HabilitationNode>().Stream));
        d.Field(h => h.Identity);
        d.Field(h => h.DisplayName);
        d.Field(h => h.Rpps);
        d.Field(h => h.Role);
        d.Field(h => h.Organization);
        d.Field(h => h.From);
        d.Field(h => h.Until);
        d.Field(h => h.InForce);
        d.Field(h => h.EndedAt);
        d.Field(h => h.Reason);
    });

    /// <summary>The habilitations of a territory by name, those in force first.</summary>
    public static async Task<IReadOnlyList<HabilitationNode>> AllAsync(IResolverContext context, TerritoryId territory)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var found = await session.QueryAsync<HabilitationView>($"order by ended, display_name, id limit {Most}", [], context.RequestAborted);
        var now = context.Service<TimeProvider>().GetUtcNow();
        return [.. found.Select(v => Of(v, now))];
    }

    /// <summary>A view as a node.</summary>
    public static HabilitationNode Of(HabilitationView view, DateTimeOffset now)
    {
        var granted = view.Habilitation.Granted;
        return new(
            view.Id, granted.Identity, granted.DisplayName, granted.Rpps?.Value, granted.Role, granted.Organization, granted.From, granted.Until,
            view.Habilitation.StandsAt(now), view.EndedAt, view.Reason);
    }
}
