using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>A delay that a territory decides for itself.</summary>
public enum AlertDelay
{
    /// <summary>From the discharge to the first nursing visit.</summary>
    FirstVisit,

    /// <summary>Before the discharge, from when on nursing has to be confirmed.</summary>
    NursingConfirmation,

    /// <summary>Before the discharge, from when on needs that nobody assessed are urgent.</summary>
    NeedsUrgent,
}

/// <summary>Decisions of a territory about its alerts and its hours; the stream is their history.</summary>
public abstract record TerritorySettingsEvent : IDomainEvent;

/// <summary>How long after the discharge the first nursing visit may be.</summary>
public sealed record FirstVisitLimitSet(int Hours) : TerritorySettingsEvent;

/// <summary>Another delay, in hours.</summary>
public sealed record AlertDelaySet(AlertDelay Delay, int Hours) : TerritorySettingsEvent;

/// <summary>When the DAC answers on working days, and who relays it otherwise.</summary>
public sealed record OpeningHoursSet(TimeOnly Opens, TimeOnly Closes, string? Relay) : TerritorySettingsEvent;

/// <summary>When the DAC answers on each day of the week, and who relays it otherwise, day by day where it matters.</summary>
public sealed record WeekSet(ImmutableArray<WeekdayHours> Days, string? Relay, ImmutableArray<WeekdayRelay> Relays) : TerritorySettingsEvent;

/// <summary>Whose public holidays and time the territory keeps.</summary>
public sealed record HolidayRegimeSet(HolidayRegime Regime) : TerritorySettingsEvent;

/// <summary>The DAC will not answer on these days, first and last included.</summary>
public sealed record ClosurePlanned(Guid Closure, DateOnly From, DateOnly To, string Reason) : TerritorySettingsEvent;

/// <summary>A planned closure does not take place.</summary>
public sealed record ClosureCancelled(Guid Closure) : TerritorySettingsEvent;

/// <summary>Message to the alerts: the limits of the territory changed.</summary>
public sealed record TerritorySettingsChanged;
