using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>Say how complex the situation looks.</summary>
public sealed record RateRequest(SituationComplexity Complexity)
{
    /// <summary>While it is open; the same rating is no news.</summary>
    public static Decision Decide(RateRequest command, SupportRequest? state, CommandContext context) => TriageRules.WhyClosed(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when state!.Complexity == command.Complexity => Decision.Nothing,
        _ => Decision.Accept(new SupportRequestRated(state.Establishment, command.Complexity)),
    };
}
