using Coordination.Api.Alerts;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Discharge;
using Platform.GraphQL;

namespace Coordination.Api.Discharge;

/// <summary>A discharge as GraphQL shows it.</summary>
/// <param name="Territory">The DAC in which it lives; an establishment reads it from there too.</param>
/// <param name="AsOf">The time of record it is shown at; null for now.</param>
public sealed record DischargeNode(TerritoryId Territory, DischargeView View, DateTimeOffset? AsOf = null);

/// <summary>The GraphQL type <c>Discharge</c>.</summary>
public sealed class DischargeType : ObjectType<DischargeNode>
{
    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<DischargeNode> descriptor)
    {
        descriptor.Name("Discharge").Implements("Node");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Discharge", Node(c).View.Id));
        descriptor.Field("status").Type("DischargeStatus!").Resolve(c => Node(c).View.Stay.Status);
        descriptor.Field("subject").Type("Person!").Resolve(c => PersonType.LoadAsync(c, Node(c).Territory, Node(c).View.Stay.PersonId));
        descriptor.Field("establishment").Type("Establishment!").Resolve(c => Names.EstablishmentAsync(c, Node(c).View.Stay.Establishment));
        descriptor.Field("admittedAt").Type("DateTime").Resolve(c => Node(c).View.Stay.AdmittedAt);
        descriptor.Field("expectedAt").Type("DateTime").Resolve(c => Node(c).View.Stay.ExpectedAt);
        descriptor.Field("expectedAtReliability").Type("DateReliability").Resolve(c => Node(c).View.Stay.Reliability);
        descriptor.Field("announcedAt").Type("DateTime").Resolve(c => Node(c).View.AnnouncedAt);
        descriptor.Field("alerts").Type("[Alert!]!").Description("Alerts about this discharge, for who may read alerts; empty for anybody else.")
            .Resolve<AlertNode[]>(AlertsAsync);
        descriptor.Field("history").Type("[HistoryEntry!]!").Description("Every fact of the discharge, first one first.")
            .Resolve<HistoryEntry[]>(c => History.ReadAsync(c, Node(c).Territory, Node(c).View.Id, Node(c).AsOf));
        descriptor.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
    }

    /// <summary>The discharge of this id in a territory; null when there is none.</summary>
    public static async Task<DischargeNode?> LoadAsync(IResolverContext context, TerritoryId territory, Guid id) =>
        await context.DataLoader<DischargeLoader>().LoadAsync(new DischargeKey(territory, id));

    private static DischargeNode Node(IResolverContext context) => context.Parent<DischargeNode>();

    private static async Task<AlertNode[]> AlertsAsync(IResolverContext context)
    {
        var node = Node(context);
        if (!RequestScope.Of(context).May(AccessAction.ReadAlerts, new(node.Territory, node.View.Stay.Establishment, null))) return [];
        return [.. await context.DataLoader<DischargeAlertsLoader>().LoadAsync(new(node.Territory, node.View.Id))];
    }
}
