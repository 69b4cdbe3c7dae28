using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person took a consent back; future reads stop at once, past traces stay.</summary>
public sealed record WithdrawConsent(SharingScope Scope)
{
    /// <summary>A consent never given cannot be taken back.</summary>
    public static Decision Decide(WithdrawConsent command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when state.Rights.Consents.GetValueOrDefault(command.Scope) is null => Decision.Refuse(new ConsentNotGiven()),
        _ when state.Rights.Consents[command.Scope].Withdrawn => Decision.Nothing,
        _ => Decision.Accept(new ConsentWithdrawn(command.Scope)),
    };
}
