using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Documents;
using Coordination.Projections.Documents;
using Platform.EventStore;

namespace Coordination.Api.Documents;

/// <summary>Registration of documents.</summary>
public sealed class DocumentsModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<Document>("document", (state, e) => Document.Evolve(state, (DocumentEvent)e.Data));
        store.Events
            .Map<DocumentDeposited>("document_deposited")
            .Map<DocumentReplaced>("document_replaced")
            .Map<DocumentWithdrawn>("document_withdrawn");
        store.Projections.View(DocumentProjection.View).Add(new DocumentProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<DepositDocument, Document>(DepositDocument.Decide, new DepositDocumentValidator())
        .Handle<ReplaceDocument, Document>(ReplaceDocument.Decide)
        .Handle<WithdrawDocument, Document>(WithdrawDocument.Decide, new WithdrawDocumentValidator());
}
