using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Note what the other territory answered to a transfer; given by the platform when the answer arrives.</summary>
/// <param name="Refusal">Why it refused; null when it took the record over.</param>
public sealed record RecordTransferAnswer(Guid TransferId, DateOnly On, TransferRefusal? Refusal)
{
    /// <summary>An answer counts once, and only for the transfer that is awaited.</summary>
    public static Decision Decide(RecordTransferAnswer command, CareRecord? state, CommandContext context) =>
        state?.Transfer is { Status: TransferStatus.Awaiting } transfer && transfer.Id == command.TransferId
            ? Decision.Accept(new CareRecordTransferAnswered(command.TransferId, command.On, command.Refusal))
            : Decision.Nothing;
}
