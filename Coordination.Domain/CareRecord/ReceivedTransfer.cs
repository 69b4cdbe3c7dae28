using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>A transfer where it arrives, as its events tell it.</summary>
/// <param name="Person">Who she is here; null until the record is taken over.</param>
/// <param name="Export">What arrived; null once it is refused, as its key is destroyed then.</param>
public sealed record ReceivedTransfer(
    TerritoryId From, Guid Record, PersonId Newcomer, DateOnly InformedOn, TransferParts Parts, Protected<string>? Export,
    TransferStatus Status, PersonId? Person, DateOnly? AnsweredOn, TransferRefusal? Refusal)
{
    private static readonly Guid Space = new("2f1d6c0b-57a9-4b55-8a3c-6f0e6d1b7a94");

    /// <summary>The identity that a transfer's person gets where nobody is she: the same one however often it arrives.</summary>
    public static PersonId NewcomerOf(TerritoryId territory, Guid transfer) => new(DeterministicGuid.V5(Space, $"{territory.Value}|{transfer}"));

    /// <summary>The transfer after one more fact.</summary>
    public static ReceivedTransfer Evolve(ReceivedTransfer? state, TransferEvent fact) => (state, fact) switch
    {
        (null, TransferReceived e) => new(e.From, e.Record, e.Newcomer, e.InformedOn, e.Parts, e.Export, TransferStatus.Awaiting, null, null, null),
        ({ } s, TransferAccepted e) => s with { Status = TransferStatus.Accepted, Person = e.Person, AnsweredOn = e.On, Export = e.Export ?? s.Export },
        ({ } s, TransferRefused e) => s with { Status = TransferStatus.Refused, AnsweredOn = e.On, Refusal = e.Reason, Export = null },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no transfer" : "a transfer")}"),
    };
}
