using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Discharge;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CaseFinding;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>A request for support as GraphQL shows it, in the territory of its queue.</summary>
public sealed record SupportRequestNode(TerritoryId Territory, SupportRequestView View);

/// <summary>The GraphQL type <c>SupportRequest</c>.</summary>
public sealed class SupportRequestType : ObjectType<SupportRequestNode>
{
    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<SupportRequestNode> descriptor)
    {
        descriptor.Name("SupportRequest").Implements("Node");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("SupportRequest", c.Parent<SupportRequestNode>().View.Id));
        descriptor.Field("status").Type("RequestStatus!").Resolve(c => Request(c).Status);
        descriptor.Field("urgency").Type("RequestUrgency!").Resolve(c => Request(c).Urgency);
        descriptor.Field("origin").Type("RequestOrigin!").Resolve(c => Request(c).Origin);
        descriptor.Field("information").Type("PersonInformation!").Resolve(c => Request(c).Information);
        descriptor.Field("subject").Type("Person").Description("Null for a request that names nobody: the person opposes.").Resolve<PersonNode?>(async c =>
            Request(c).Person is { } person ? await PersonType.LoadAsync(c, c.Parent<SupportRequestNode>().Territory, person) : null);
        descriptor.Field("commune").Type("Commune!").Resolve<CommuneEntry>(async c =>
            await c.Service<DirectoryReader>().CommuneAsync(Request(c).Commune.Value, c.RequestAborted) ?? new(Request(c).Commune.Value, Request(c).Commune.Value, null));
        descriptor.Field("establishment").Type("Establishment").Description("The hospital that announced a discharge; null for every other request.")
            .Resolve<EstablishmentNode?>(async c => Request(c).Establishment is { } finess ? await Names.EstablishmentAsync(c, finess) : null);
        descriptor.Field("expectedAt").Type("DateTime").Resolve(c => Request(c).Return?.ExpectedAt);
        descriptor.Field("dateReliability").Type("DateReliability").Resolve(c => Request(c).Return?.Reliability);
        descriptor.Field("destination").Type("DischargeDestination").Resolve(c => Request(c).Return?.Destination);
        descriptor.Field("needs").Type("[CareNeed!]!").Resolve(c => Request(c).Return?.Needs.ToArray() ?? []);
        TriageFields.Describe(descriptor);
        descriptor.Field("serviceContact").Type("String").Resolve<string?>(c => OpenAsync(c, Request(c).ServiceContact));
        descriptor.Field("relative").Type("String").Resolve<string?>(c => OpenAsync(c, Request(c).Relative));
        descriptor.Field("receivedAt").Type("DateTime!").Resolve(c => c.Parent<SupportRequestNode>().View.ReceivedAt);
        descriptor.Field("receipt").Type("Receipt!").Description("How far the request has come.").Resolve<ReceiptNode>(ReceiptAsync);
        descriptor.Field("history").Type("[HistoryEntry!]!").Description("Every fact of the request, first one first.")
            .Resolve<HistoryEntry[]>(c => History.ReadAsync(c, c.Parent<SupportRequestNode>().Territory, c.Parent<SupportRequestNode>().View.Id, null));
        descriptor.Field("version").Type("Int!").Resolve(c => (int)c.Parent<SupportRequestNode>().View.Version);
    }

    internal static SupportRequest Request(IResolverContext context) => context.Parent<SupportRequestNode>().View.Request;

    /// <summary>Opens a sealed text of the request, noted as shown.</summary>
    internal static async Task<string?> OpenAsync(IResolverContext context, Protected<string>? text)
    {
        if (text is null) return null;
        var territory = context.Parent<SupportRequestNode>().Territory;
        RequestScope.Of(context).Trail.Show(territory, text.Subject);
        return await context.Service<ProtectedText>().OpenAsync(territory, text, context.RequestAborted) ?? Texts.Get("Closure.Erased");
    }

    private static async Task<ReceiptNode> ReceiptAsync(IResolverContext context)
    {
        var view = context.Parent<SupportRequestNode>().View;
        async Task<ProfessionalEntry?> Of(ProfessionalId? id) => id is { } known ? await Names.ProfessionalAsync(context, known) : null;
        return new(view.ReceivedAt, await Of(view.Request.By), view.SeenAt, await Of(view.Request.SeenBy), view.TakenAt, await Of(view.Request.TakenBy), null);
    }
}
