using System.Text.Json;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.Messaging;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>How a transfer is taken over.</summary>
/// <param name="Known">Who she is here already; null for the newcomer.</param>
public sealed record TakeOver(PersonId? Known, CommuneCode Commune, DateOnly On, TransferExport Export);

/// <summary>Answers transfers in the territory where they arrive: identity, record and answer in one transaction, with the message to the other territory.</summary>
public sealed class TransferDesk(UnitOfWork work, OutboxWriter outbox, PersonRegistry persons, PersonIndex index, DocumentStore store)
{
    private const int Attempts = 5;

    /// <summary>Takes a record over.</summary>
    public async Task<CommandOutcome> AcceptAsync(CommandRequest request, ReceivedTransferView view, TakeOver over, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
            var accepted = await AcceptAsync(session, request, view, over, cancellation);
            if (accepted.Error is not null || !accepted.IsNew) return accepted;
            try
            {
                await session.SaveChangesAsync(cancellation);
                index.Invalidate(new(request.Territory, over.Known ?? view.Transfer.Newcomer));
                return accepted;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Decided anew on every stream as it is now.
            }
        }
    }

    /// <summary>Does not take a record over.</summary>
    public Task<CommandOutcome> RefuseAsync(CommandRequest request, ReceivedTransferView view, TransferRefusal reason, DateOnly on, CancellationToken cancellation) =>
        work.ExecuteAsync<RefuseTransfer, ReceivedTransfer>(request, new(reason), cancellation, session =>
        {
            Answer(session, view, on, reason);
            Spend(session, view);
        });

    private async Task<CommandOutcome> AcceptAsync(IDocumentSession session, CommandRequest request, ReceivedTransferView view, TakeOver over, CancellationToken cancellation)
    {
        var person = over.Known ?? view.Transfer.Newcomer;
        var export = JsonSerializer.Serialize(over.Export, store.Options.Json);
        var accepted = await work.StageAsync<AcceptTransfer, ReceivedTransfer>(session, request, new(person, export), cancellation);
        if (accepted.Error is not null || !accepted.IsNew) return accepted;
        if (over.Known is null) persons.Register(session, person, over.Export.Traits with { Commune = over.Commune }, []);
        else Spend(session, view);
        var received = new ReceiveCareRecord(
            new(person, over.Commune, request.Actor.Professional, over.On), view.Id, view.Transfer.From, view.Transfer.InformedOn, over.Export.Will, over.Export.Situation, over.Export.Contacts);
        var record = request with { StreamId = Record.IdOf(request.Territory, person).Value, ExpectedVersion = null };
        var opened = await work.StageAsync<ReceiveCareRecord, Record>(session, record, received, cancellation);
        if (opened.Error is not null) return opened;
        Answer(session, view, over.On, null);
        return accepted;
    }

    private void Answer(IDocumentSession session, ReceivedTransferView view, DateOnly on, TransferRefusal? refusal) => outbox.Send(
        session, new TransferAnswered(view.Id, view.Transfer.Record, on, refusal),
        new DeliveryOptions { TenantId = view.Transfer.From.Value, GroupId = TransferCourier.GroupOf(view.Id) });

    private void Spend(IDocumentSession session, ReceivedTransferView view) => outbox.Send(
        session, new TransferExportSpent(view.Id, view.Transfer.Newcomer), new DeliveryOptions { TenantId = session.TenantId, GroupId = TransferCourier.GroupOf(view.Id) });
}
