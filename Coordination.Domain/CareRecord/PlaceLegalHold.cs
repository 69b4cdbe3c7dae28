using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Have a person's data kept up to and with a day.</summary>
public sealed record PlaceLegalHold(HoldGround Ground, DateOnly Until)
{
    /// <summary>A later hold replaces an earlier one.</summary>
    public static Decision Decide(PlaceLegalHold command, PersonState? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new PersonUnknown()),
        { Erased: true } => Decision.Refuse(new PersonIsErased()),
        { HeldUntil: { } until } when until == command.Until => Decision.Nothing,
        _ => Decision.Accept(new LegalHoldPlaced(command.Ground, command.Until)),
    };
}
