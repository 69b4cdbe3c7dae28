using Coordination.Api.Alerts;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Api.Directory;
using Coordination.Api.Resources;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Discharge;
using Platform.GraphQL;
using Stay = Coordination.Domain.Discharge.Discharge;

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
        descriptor.Field("dischargedAt").Type("DateTime").Resolve(c => Stay(c).DischargedAt);
        descriptor.Field("onLeave").Type("Boolean!").Description("On leave: in hospital all the same.").Resolve(c => Stay(c).OnLeave);
        descriptor.Field("destination").Type("DischargeDestination").Description("Null when nobody said.").Resolve(c => Stay(c).Destination);
        descriptor.Field("needs").Type("[CareNeed!]").Description("What is needed at home; null until somebody assessed it.")
            .Resolve(c => Stay(c).Plan.Needs?.ToArray());
        descriptor.Field("unconfirmedNeeds").Type("[CareNeed!]!").Resolve(c => Stay(c).Plan.Unconfirmed().ToArray());
        descriptor.Field("covered").Type("Boolean!").Description("Needs are assessed and each has a confirmation.").Resolve(c => Stay(c).IsCovered);
        descriptor.Field("arrangements").Type("[Arrangement!]!").Description("Confirmations that stand, in the order of the needs.")
            .Resolve<ArrangementNode[]>(ArrangementsAsync);
        descriptor.Field("serviceContact").Type("String").Description("Whom to call in the service.").Resolve<string?>(c => OpenAsync(c, Stay(c).ServiceContact));
        descriptor.Field("relative").Type("String").Description("The person to tell.").Resolve<string?>(c => OpenAsync(c, Stay(c).Relative));
        descriptor.Field("questions").Type("[DischargeQuestion!]!").Description("What somebody has to say yet: tasks, never alarms.")
            .Resolve(c => DischargeQuestions.Of(Stay(c)).ToArray());
        descriptor.Field("receipt").Type("Receipt!").Description("How far the announcement has come.").Resolve<ReceiptNode>(ReceiptAsync);
        descriptor.Field("alerts").Type("[Alert!]!").Description("Alerts about this discharge: all for the DAC, those that tell it for the establishment; empty for anybody else.")
            .Resolve<AlertNode[]>(AlertsAsync);
        descriptor.Field("history").Type("[HistoryEntry!]!").Description("Every fact of the discharge, first one first.")
            .Resolve<HistoryEntry[]>(c => History.ReadAsync(c, Node(c).Territory, Node(c).View.Id, Node(c).AsOf));
        descriptor.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
    }

    /// <summary>The discharge of this id in a territory; null when there is none.</summary>
    public static async Task<DischargeNode?> LoadAsync(IResolverContext context, TerritoryId territory, Guid id) =>
        await context.DataLoader<DischargeLoader>().LoadAsync(new DischargeKey(territory, id));

    private static Stay Stay(IResolverContext context) => Node(context).View.Stay;

    private static async Task<string?> OpenAsync(IResolverContext context, Protected<string>? text)
    {
        if (text is null) return null;
        RequestScope.Of(context).Trail.Show(Node(context).Territory, Stay(context).PersonId);
        return await context.Service<ProtectedText>().OpenAsync(Node(context).Territory, text, context.RequestAborted) ?? Texts.Get("Closure.Erased");
    }

    private static async Task<ArrangementNode[]> ArrangementsAsync(IResolverContext context)
    {
        var stay = Stay(context);
        if (stay.Plan.Arrangements.IsEmpty) return [];
        var settings = await context.Service<TerritorySettingsReader>().ReadAsync(Node(context).Territory, context.RequestAborted);
        var moved = stay.Plan.ConfirmedForAnother(stay.ExpectedAt);
        var limit = (stay.DischargedAt ?? stay.ExpectedAt) + settings.FirstVisitWithin;
        return await Task.WhenAll(stay.Plan.Arrangements.Select(async a => new ArrangementNode(
            a.Need, await Names.ProviderAsync(context, a.Provider), a.Channel, await OpenAsync(context, a.ConfirmedBy) ?? "", a.FirstVisitAt,
            a.Need is CareNeed.Nursing && a.FirstVisitAt > limit,
            stay.Status is DischargeStatus.Announced && moved.Contains(a.Need))));
    }

    private static async Task<ReceiptNode> ReceiptAsync(IResolverContext context)
    {
        var view = Node(context).View;
        return new(
            view.AnnouncedAt, await ProfessionalAsync(context, view.Stay.AnnouncedBy), view.SeenAt, await ProfessionalAsync(context, view.Stay.SeenBy),
            view.TakenAt, await ProfessionalAsync(context, view.Stay.InChargeOf), view.CoveredAt);
    }

    private static async Task<ProfessionalEntry?> ProfessionalAsync(IResolverContext context, ProfessionalId? id) =>
        id is { } known ? await Names.ProfessionalAsync(context, known) : null;

    private static DischargeNode Node(IResolverContext context) => context.Parent<DischargeNode>();

    private static async Task<AlertNode[]> AlertsAsync(IResolverContext context)
    {
        var node = Node(context);
        var (scope, establishment) = (RequestScope.Of(context), node.View.Stay.Establishment);
        if (!scope.May(AccessAction.ReadAlerts, new(node.Territory, establishment, null))) return [];
        var alerts = await context.DataLoader<DischargeAlertsLoader>().LoadAsync(new(node.Territory, node.View.Id));
        return [.. alerts.Where(a => scope.May(AccessAction.ReadAlerts,
            new(node.Territory, establishment, null, Told: a.Finding.Recipients.Any(r => r.Establishment == establishment))))];
    }
}
