using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Documents;
using Coordination.Projections.Documents;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Documents;

/// <summary>Input of <c>withdrawDocument</c>.</summary>
public sealed record WithdrawDocumentInput(string RecordId, string DocumentId, string Reason, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>No such document, or none that the subject may know of.</summary>
public sealed record DocumentNotFoundError(string Code, string Message);

/// <summary>The document was replaced already.</summary>
public sealed record DocumentNotCurrentError(string Code, string Message, string Field);

/// <summary>Mutations of documents; a deposit has an address of its own, since it carries a file.</summary>
public static class DocumentMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<WithdrawDocumentInput, CareRecordNode>("withdrawDocument", "record", WithdrawAsync,
            m => m.Description("Take a document back, with a reason; who had read it may read it still.")
                .Input(i => i.DescribeVersioned().Field("documentId", sdlType: "ID!")).RecordErrors().Error<DocumentNotFoundError>().Error<DocumentNotCurrentError>()));

    private static async Task<MutationResult<CareRecordNode>> WithdrawAsync(IResolverContext context, WithdrawDocumentInput input)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.DepositDocument);
        var id = NodeId.Decode("Document", input.DocumentId, "documentId");
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var record = await CareRecordQueries.FindAsync(context, CareRecordQueries.DecodeId(territory, input.RecordId, "recordId"));
        // A document of somebody else is none of this record's.
        var view = await session.LoadAsync<DocumentView>(id, context.RequestAborted);
        if (record is not null && view?.Document.Person != record.View.Record.PersonId)
            return MutationResult<CareRecordNode>.Failure([await CareRecordErrorNodes.OfAsync(context, new DocumentNotFound())]);
        return await RecordCommands.RunAsync<WithdrawDocument, Document>(
            context, AccessAction.DepositDocument, input, _ => id, _ => new(input.Reason ?? ""), view?.Document.Class ?? DataClass.Administrative);
    }
}
