using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>A coordinator looks at a request (prendre en charge).</summary>
public sealed record TakeSupportRequest
{
    /// <summary>The first one has it; saying it again is no news.</summary>
    public static Decision Decide(TakeSupportRequest command, SupportRequest? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new SupportRequestNotFound()),
        { IsOpen: false } => Decision.Refuse(TriageRules.WhyClosed(state)!),
        { TakenBy: { } by, SnoozedUntil: null } when by == context.Actor.Professional => Decision.Nothing,
        { TakenBy: { } by } when by == context.Actor.Professional => Decision.Accept(new SupportRequestTaken(state.Establishment, by)),
        { TakenBy: { } by } => Decision.Refuse(new SupportRequestAlreadyTaken(by)),
        _ when context.Actor.Professional is { } me => Decision.Accept(new SupportRequestTaken(state.Establishment, me)),
        _ => Decision.Refuse(new SupportRequestNotFound()),
    };
}
