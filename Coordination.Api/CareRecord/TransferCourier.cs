using System.Text.Json;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Platform.Messaging;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>Message: a record was closed to go on in another territory. It holds ids only.</summary>
public sealed record TransferDeparted(Guid TransferId, PersonId Person);

/// <summary>Message to the territory that a record left: the other one answered.</summary>
/// <param name="Record">The record that left.</param>
/// <param name="Refusal">Why it was refused; null when it was taken over.</param>
public sealed record TransferAnswered(Guid TransferId, Guid Record, DateOnly On, TransferRefusal? Refusal);

/// <summary>Message: what arrived under this key is of no use any more.</summary>
public sealed record TransferExportSpent(Guid TransferId, PersonId Newcomer);

/// <summary>
/// Carries transfers between territories. What is written in the other territory is written first, and once however often a message comes; only then is
/// the message done with: a stop in between loses nothing.
/// </summary>
public sealed class TransferCourier(UnitOfWork work, TransferComposer composer, DocumentStore store, ISubjectKeys keys)
{
    /// <summary>What concerns one transfer is handled in order.</summary>
    public static string GroupOf(Guid transfer) => $"transfer:{transfer}";

    /// <summary>Takes what was agreed to the other territory, sealed anew with the key of the identity that the person gets there.</summary>
    public async Task HandleAsync(TransferDeparted message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        var territory = new TerritoryId(session.TenantId);
        var id = Record.IdOf(territory, message.Person).Value;
        var facts = await session.Events.FetchStreamAsync(id, ct: cancellation);
        var departure = facts.Select(e => e.Data).OfType<CareRecordTransferred>().Single(e => e.TransferId == message.TransferId);
        var record = facts.Aggregate((Record?)null, (state, e) => Record.Evolve(state, (CareRecordEvent)e.Data))!;
        // Somebody erased meanwhile takes nothing along.
        if (record.Transfer?.Id == message.TransferId && await composer.ComposeAsync(session, record, departure.Parts, cancellation) is { } export)
            await DeliverAsync(territory, id, departure, JsonSerializer.Serialize(export, store.Options.Json), cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Notes the answer in the territory that the record left.</summary>
    public async Task HandleAsync(TransferAnswered message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        await work.StageAsync<RecordTransferAnswer, Record>(
            session, new(new(session.TenantId), Actor.Platform, message.Record), new(message.TransferId, message.On, message.Refusal), cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Destroys the key of what arrived: it was refused, or sealed anew for somebody who was known.</summary>
    public async Task HandleAsync(TransferExportSpent message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        await keys.ShredAsync(session.TenantId, message.Newcomer.Value, cancellation);
        await session.SaveChangesAsync(cancellation);
    }

    private async Task DeliverAsync(TerritoryId from, Guid record, CareRecordTransferred departure, string export, CancellationToken cancellation)
    {
        var newcomer = ReceivedTransfer.NewcomerOf(departure.Target, departure.TransferId);
        var request = new CommandRequest(departure.Target, Actor.Platform, departure.TransferId);
        await using var arriving = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
        await work.StageAsync<ReceiveTransfer, ReceivedTransfer>(arriving, request, new(from, record, newcomer, departure.InformedOn, departure.Parts, export), cancellation);
        await arriving.SaveChangesAsync(cancellation);
    }
}
