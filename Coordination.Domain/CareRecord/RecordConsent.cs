using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person consents to sharing outside the care team, by any means (L.1110-4 III).</summary>
public sealed record RecordConsent(SharingScope Scope, ConsentMeans Means, DateOnly On, DateOnly? Until)
{
    /// <summary>Only what is closed without a consent needs one; a consent given anew takes the place of the one before, and ends an opposition.</summary>
    public static Decision Decide(RecordConsent command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when command.Scope is not SharingScope.OutsideTeam => Decision.Refuse(new InvalidCommand("scope", "NEEDS_NO_CONSENT")),
        _ when command.On > Today(context) => Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE")),
        _ when command.Until < command.On => Decision.Refuse(new InvalidCommand("until", "NOT_BEFORE_START")),
        _ when !state.Rights.Opposes(command.Scope) && state.Rights.Consents.GetValueOrDefault(command.Scope) == Given(command) => Decision.Nothing,
        _ when state.Rights.Opposes(command.Scope) => Decision.Accept(new OppositionWithdrawn(command.Scope), Recorded(command)),
        _ => Decision.Accept(Recorded(command)),
    };

    private static Consent Given(RecordConsent command) => new(command.Means, command.On, command.Until, false);

    private static ConsentRecorded Recorded(RecordConsent command) => new(command.Scope, command.Means, command.On, command.Until);

    // A day that has begun somewhere in France is not in the future.
    private static DateOnly Today(CommandContext context) => DateOnly.FromDateTime(context.Now.UtcDateTime.AddHours(12));
}
