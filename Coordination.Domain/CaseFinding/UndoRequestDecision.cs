using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>Take one's decision back at once (annuler).</summary>
public sealed record UndoRequestDecision
{
    // What a command takes on its way to be decided: the ten seconds are those of the one who presses the key.
    private static readonly TimeSpan Journey = TimeSpan.FromSeconds(5);

    /// <summary>By its author, within ten seconds; never one that opened a record.</summary>
    public static Decision Decide(UndoRequestDecision command, SupportRequest? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new SupportRequestNotFound()),
        { Status: RequestStatus.Accepted } or { Decision: null } => Decision.Refuse(new DecisionNotUndoable()),
        { Decision: { } made } when made.By != context.Actor.Professional || context.Now - made.At > RequestDecision.UndoWithin + Journey =>
            Decision.Refuse(new DecisionNotUndoable()),
        _ => Decision.Accept(new SupportRequestDecisionUndone(state.Establishment)),
    };
}
