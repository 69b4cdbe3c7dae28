using Coordination.Domain.CareRecord;
using Platform.EventStore;

namespace Coordination.Projections.CareRecord;

/// <summary>A transfer where it arrived, as its queue shows it.</summary>
public sealed record ReceivedTransferView(Guid Id, ReceivedTransfer Transfer, DateTimeOffset ReceivedAt, string? AnsweredBy, long Version);

/// <summary>One row per transfer that arrived, in the transaction of its events.</summary>
public sealed class ReceivedTransferProjection : SingleStreamProjection<ReceivedTransferView>
{
    /// <summary>The view's table: the queue, the first to arrive first; a person once the record is taken over.</summary>
    public static ViewDefinition<ReceivedTransferView> View { get; } = new ViewDefinition<ReceivedTransferView>("received_transfer", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Transfer.Person?.Value)
        .Column("status", "text", v => v.Transfer.Status)
        .Column("received_at", "timestamp with time zone", v => v.ReceivedAt)
        .Index("person_id")
        .Index("status", "received_at", "id")
        .Index("received_at", "id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["received_transfer"];

    /// <inheritdoc />
    public override ReceivedTransferView? Evolve(ReceivedTransferView? view, IEvent e)
    {
        if (e.Data is not TransferEvent fact) return view;
        var transfer = ReceivedTransfer.Evolve(view?.Transfer, fact);
        return new(e.StreamId, transfer, view?.ReceivedAt ?? e.OccurredAt, transfer.Status is TransferStatus.Awaiting ? null : e.UserName, e.Version);
    }
}
