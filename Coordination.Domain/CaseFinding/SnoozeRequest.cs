using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>Let a request wait until a day, for somebody's answer if one is awaited.</summary>
public sealed record SnoozeRequest(DateOnly Until, AwaitedFrom? Awaiting)
{
    /// <summary>A day to come, within a year. The deadline of the first answer goes on.</summary>
    public static Decision Decide(SnoozeRequest command, SupportRequest? state, CommandContext context) => TriageRules.WhyNotMine(state, context) switch
    {
        { } error => Decision.Refuse(error),
        _ when command.Until <= context.Today => Decision.Refuse(new InvalidCommand("until", "IN_THE_FUTURE")),
        _ when command.Until > context.Today.AddYears(1) => Decision.Refuse(new InvalidCommand("until", "WITHIN_A_YEAR")),
        _ when state!.SnoozedUntil == command.Until && state.Awaiting == command.Awaiting => Decision.Nothing,
        _ => Decision.Accept(new SupportRequestSnoozed(state.Establishment, command.Until, command.Awaiting)),
    };
}
