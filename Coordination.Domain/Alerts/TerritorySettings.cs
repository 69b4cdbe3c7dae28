using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>What a territory decides for itself about alerts, as its events tell it.</summary>
/// <param name="FirstVisitWithin">How long after the discharge the first nursing visit may be.</param>
/// <param name="Hours">When the DAC answers.</param>
public sealed record TerritorySettings(TimeSpan FirstVisitWithin, OpeningHours Hours)
{
    private static readonly Guid Space = new("2f6b5f8e-6a33-4c02-9d70-0c5b9a1f4d5e");

    /// <summary>How long before an announced discharge nursing has to be confirmed (AL01).</summary>
    public TimeSpan NursingWithin { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Under which time to the discharge needs that nobody assessed are urgent (AL47).</summary>
    public TimeSpan UrgentWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Of a territory that decided nothing: 24 hours; working days from 9:00 to 17:30, no relay.</summary>
    public static TerritorySettings Default { get; } = new(TimeSpan.FromHours(24), new(new(9, 0), new(17, 30), null));

    /// <summary>The stream of a territory's settings.</summary>
    public static Guid IdOf(TerritoryId territory) => DeterministicGuid.V5(Space, territory.Value);

    /// <summary>One of the delays, as it stands.</summary>
    public TimeSpan Of(AlertDelay delay) => delay switch
    {
        AlertDelay.FirstVisit => FirstVisitWithin,
        AlertDelay.NursingConfirmation => NursingWithin,
        AlertDelay.NeedsUrgent => UrgentWithin,
        _ => throw new UnreachableException(delay.ToString()),
    };

    /// <summary>The settings after one more decision.</summary>
    public static TerritorySettings Evolve(TerritorySettings? state, TerritorySettingsEvent fact) => (state ?? Default).After(fact);

    private TerritorySettings After(TerritorySettingsEvent fact) => fact switch
    {
        FirstVisitLimitSet e => this with { FirstVisitWithin = TimeSpan.FromHours(e.Hours) },
        AlertDelaySet { Delay: AlertDelay.NursingConfirmation } e => this with { NursingWithin = TimeSpan.FromHours(e.Hours) },
        AlertDelaySet { Delay: AlertDelay.NeedsUrgent } e => this with { UrgentWithin = TimeSpan.FromHours(e.Hours) },
        OpeningHoursSet e => this with { Hours = Hours with { Opens = e.Opens, Closes = e.Closes, Relay = e.Relay, Week = [], Relays = [] } },
        WeekSet e => this with { Hours = Hours with { Opens = e.Days.Min(d => d.Opens), Closes = e.Days.Max(d => d.Closes), Relay = e.Relay, Week = e.Days, Relays = e.Relays } },
        HolidayRegimeSet e => this with { Hours = Hours with { Regime = e.Regime } },
        ClosurePlanned e => With([.. Hours.Closures.Add(new(e.Closure, e.From, e.To, e.Reason)).OrderBy(c => c.From).ThenBy(c => c.Id)]),
        ClosureCancelled e => With(Hours.Closures.RemoveAll(c => c.Id == e.Closure)),
        _ => throw new UnreachableException(fact.GetType().Name),
    };

    private TerritorySettings With(ImmutableArray<ExceptionalClosure> closures) => this with { Hours = Hours with { Closures = closures } };
}
