using Coordination.Domain.Documents;
using Platform.EventStore;

namespace Coordination.Projections.Documents;

/// <summary>A document as lists and its address need it.</summary>
/// <param name="By">Actor id of who deposited it.</param>
public sealed record DocumentView(Guid Id, Document Document, string? By, DateTimeOffset DepositedAt, long Version);

/// <summary>One row per document, in the transaction of its events.</summary>
public sealed class DocumentProjection : SingleStreamProjection<DocumentView>
{
    /// <summary>The view's table: a person's documents, last one first.</summary>
    public static ViewDefinition<DocumentView> View { get; } = new ViewDefinition<DocumentView>("document", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Document.Person.Value)
        .Column("status", "text", v => v.Document.Status)
        .Column("kind", "text", v => v.Document.Kind)
        .Column("class", "text", v => v.Document.Class)
        .Column("deposited_at", "timestamp with time zone", v => v.DepositedAt)
        .Index("person_id", "deposited_at", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["document"];

    /// <inheritdoc />
    public override DocumentView? Evolve(DocumentView? view, IEvent e) => e.Data is not DocumentEvent fact ? view
        : view is null ? new(e.StreamId, Document.Evolve(null, fact), e.UserName, e.OccurredAt, e.Version)
        : view with { Document = Document.Evolve(view.Document, fact), Version = e.Version };
}
