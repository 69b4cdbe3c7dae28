using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;
using Platform.Messaging;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>Input of <c>transferRecord</c>.</summary>
/// <param name="Target">Id of the territory that goes on.</param>
/// <param name="InformedOn">When the person was informed of it.</param>
/// <param name="NotOpposed">She does not oppose.</param>
/// <param name="Parts">What goes along.</param>
public sealed record TransferRecordInput(
    string RecordId, string Target, DateOnly InformedOn, bool NotOpposed, IReadOnlyList<TransferPart> Parts, string? Reason = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>A territory outside itself: its id and its name.</summary>
public sealed record TransferTarget(string Territory, string Name);

/// <summary>Where a record went.</summary>
public sealed record TransferNode(TerritoryId To, TransferStatus Status, DateOnly? AnsweredOn, TransferRefusal? Refusal);

/// <summary>Where a record came from, with its transfer as it arrived.</summary>
public sealed record OriginNode(TerritoryId From, ReceivedTransferNode? Arrived);

/// <summary>A record that leaves its territory: the mutation, and where it went or came from.</summary>
public static class TransferFields
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<TransferPart>()
        .AddEnumType<TransferStatus>()
        .AddEnumType<TransferRefusal>()
        .AddObjectType<TransferTarget>(d => d.BindFieldsImplicitly().Description("A territory, as others name it."))
        .AddObjectType<ExportedLine>(d => d.BindFieldsImplicitly().Name("ReceivedLine").Description("One line of what came along to be read."))
        .AddObjectType<OriginNode>(d =>
        {
            d.Name("TransferOrigin").Description("Where a record came from.");
            d.Field("from").Type("TransferTarget!").Resolve<TransferTarget>(c => NameAsync(c, c.Parent<OriginNode>().From));
            d.Field("informedOn").Type("Date").Description("When the person was informed of the transfer.").Resolve(c => c.Parent<OriginNode>().Arrived?.View.Transfer.InformedOn);
            d.Field("lines").Type("[ReceivedLine!]!").Description("What came along to be read, as far as the subject may.").Resolve<IReadOnlyList<ExportedLine>>(LinesAsync);
        })
        .AddObjectType<TransferNode>(d =>
        {
            d.Name("Transfer").Description("Where a closed record went, and what was answered.");
            d.Field("to").Type("TransferTarget!").Resolve<TransferTarget>(c => NameAsync(c, c.Parent<TransferNode>().To));
            d.Field(t => t.Status);
            d.Field(t => t.AnsweredOn);
            d.Field(t => t.Refusal);
        })
        .AddTypeExtension("CareRecord", d =>
        {
            d.Field("transfer").Type("Transfer").Description("Where the record went; null for one that did not leave, or was reopened.").Resolve(c =>
                c.Parent<CareRecordNode>().View.Record.Transfer is { } t ? new TransferNode(t.Target, t.Status, t.AnsweredOn, t.Refusal) : null);
            d.Field("origin").Type("TransferOrigin").Description("Where the record came from; null for one that began here.").Resolve<OriginNode?>(OriginAsync);
        })
        .AddTypeExtension("Query", d => d.Field("transferTargets").Type("[TransferTarget!]!").Description("Territories that a record may be transferred to.").Resolve<TransferTarget[]>(async c =>
        {
            var own = RequestScope.Of(c).Require(AccessAction.LeadRecord);
            return [.. (await c.Service<DirectoryReader>().TerritoriesAsync(c.RequestAborted)).Where(t => t.Territory != own.Value)];
        }))
        .AddTypeExtension("Mutation", d => d.Mutation<TransferRecordInput, CareRecordNode>("transferRecord", "record", TransferAsync, m => m
            .Description("Close a record so that another territory goes on with it. The person was informed and does not oppose; refused with exactly what is still open.")
            .Input(i => i.DescribeVersioned()).Error<CareRecordIsClosedError>().Error<CareRecordIsSuspendedError>().Error<CareRecordNotClosableError>().RecordErrors()));

    /// <summary>A territory by its id.</summary>
    public static async Task<TransferTarget> NameAsync(IResolverContext context, TerritoryId territory) =>
        new(territory.Value, await context.Service<DirectoryReader>().TerritoryNameAsync(territory.Value, context.RequestAborted));

    private static async Task<MutationResult<CareRecordNode>> TransferAsync(IResolverContext context, TransferRecordInput input)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.LeadRecord);
        // Read past any check: the command itself decides first whether the subject may know of it.
        var node = await CareRecordQueries.LoadAsync(context, territory, CareRecordQueries.DecodeId(territory, input.RecordId, "recordId"));
        var known = (await context.Service<DirectoryReader>().TerritoriesAsync(context.RequestAborted)).Any(t => t.Territory == input.Target);
        var command = new TransferCareRecord(
            RecordCommands.NewId(context, input.CommandId), new(input.Target), known, input.InformedOn, input.NotOpposed, TransferParts.Of(input.Parts), input.Reason,
            node is null ? [] : await ClosingBlockers.ReadAsync(context, node));
        return await RecordCommands.RunAsync<TransferCareRecord, Record>(context, AccessAction.LeadRecord, input, n => n.View.Id, _ => command, also: session => context.Service<OutboxWriter>()
            .Send(session, new TransferDeparted(command.TransferId, node!.View.Record.PersonId), new DeliveryOptions { TenantId = territory.Value, GroupId = TransferCourier.GroupOf(command.TransferId) }));
    }

    private static async Task<OriginNode?> OriginAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        if (node.View.Record.Origin is not { } origin) return null;
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var arrived = await session.LoadAsync<ReceivedTransferView>(origin.Id, context.RequestAborted);
        return new(origin.From, arrived is null ? null : new(node.Territory, arrived));
    }

    private static async Task<IReadOnlyList<ExportedLine>> LinesAsync(IResolverContext context) =>
        context.Parent<OriginNode>().Arrived is { } arrived && RequestScope.Of(context).Decide(AccessAction.ReadTransfers, null).Permitted
            ? (await ReceivedTransferType.OpenAsync(context, arrived))?.Lines ?? []
            : [];
}
