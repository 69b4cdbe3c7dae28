using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Not take a record of another territory over.</summary>
public sealed record RefuseTransfer(TransferRefusal Reason)
{
    /// <summary>Answered once; the same answer again says nothing.</summary>
    public static Decision Decide(RefuseTransfer command, ReceivedTransfer? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new TransferNotFound()),
        { Status: TransferStatus.Refused } when state.Refusal == command.Reason => Decision.Nothing,
        { Status: not TransferStatus.Awaiting } => Decision.Refuse(new TransferIsAnswered()),
        _ => Decision.Accept(new TransferRefused(command.Reason, context.Today)),
    };
}
