using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Let a record of another territory arrive; given by the platform.</summary>
/// <param name="Export">What was agreed to go along.</param>
public sealed record ReceiveTransfer(TerritoryId From, Guid Record, PersonId Newcomer, DateOnly InformedOn, TransferParts Parts, string Export)
{
    /// <summary>It arrives once.</summary>
    public static Decision Decide(ReceiveTransfer command, ReceivedTransfer? state, CommandContext context) => state is not null
        ? Decision.Nothing
        : Decision.Accept(new TransferReceived(
            command.From, command.Record, command.Newcomer, command.InformedOn, command.Parts, Protected<string>.Of(command.Newcomer, command.Export)));
}
