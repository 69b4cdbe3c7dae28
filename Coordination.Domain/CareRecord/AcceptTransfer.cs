using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Take a record of another territory over, for somebody known here or for the newcomer.</summary>
/// <param name="Export">What arrived: sealed anew for somebody who is known here.</param>
public sealed record AcceptTransfer(PersonId Person, string Export)
{
    /// <summary>Answered once; the same answer again says nothing.</summary>
    public static Decision Decide(AcceptTransfer command, ReceivedTransfer? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new TransferNotFound()),
        { Status: TransferStatus.Accepted } when state.Person == command.Person => Decision.Nothing,
        { Status: not TransferStatus.Awaiting } => Decision.Refuse(new TransferIsAnswered()),
        _ => Decision.Accept(new TransferAccepted(
            command.Person, context.Today, command.Person == state.Newcomer ? null : Protected<string>.Of(command.Person, command.Export))),
    };
}
