using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Nothing holds a person's data any more.</summary>
public sealed record LiftLegalHold
{
    /// <summary>Said once.</summary>
    public static Decision Decide(LiftLegalHold command, PersonState? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new PersonUnknown()),
        { HeldUntil: null } => Decision.Nothing,
        _ => Decision.Accept(new LegalHoldLifted()),
    };
}
