using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Alerts;

/// <summary>What a territory decides for itself about alerts, as its events tell it.</summary>
/// <param name="FirstVisitWithin">How long after the discharge the first nursing visit may be.</param>
/// <param name="Hours">When the DAC answers.</param>
public sealed record TerritorySettings(TimeSpan FirstVisitWithin, OpeningHours Hours)
{
    private static readonly Guid Space = new("2f6b5f8e-6a33-4c02-9d70-0c5b9a1f4d5e");

    /// <summary>Of a territory that decided nothing: 24 hours; working days from 9:00 to 17:30, no relay.</summary>
    public static TerritorySettings Default { get; } = new(TimeSpan.FromHours(24), new(new(9, 0), new(17, 30), null));

    /// <summary>The stream of a territory's settings.</summary>
    public static Guid IdOf(TerritoryId territory) => DeterministicGuid.V5(Space, territory.Value);

    /// <summary>The settings after one more decision.</summary>
    public static TerritorySettings Evolve(TerritorySettings? state, TerritorySettingsEvent fact) => fact switch
    {
        FirstVisitLimitSet e => (state ?? Default) with { FirstVisitWithin = TimeSpan.FromHours(e.Hours) },
        OpeningHoursSet e => (state ?? Default) with { Hours = new(e.Opens, e.Closes, e.Relay) },
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}

/// <summary>Decisions of a territory about its alerts; the stream is their history.</summary>
public abstract record TerritorySettingsEvent : IDomainEvent;

/// <summary>How long after the discharge the first nursing visit may be.</summary>
public sealed record FirstVisitLimitSet(int Hours) : TerritorySettingsEvent;

/// <summary>When the DAC answers on working days, and who relays it otherwise.</summary>
public sealed record OpeningHoursSet(TimeOnly Opens, TimeOnly Closes, string? Relay) : TerritorySettingsEvent;

/// <summary>Message to the alerts: the limits of the territory changed.</summary>
public sealed record TerritorySettingsChanged;

/// <summary>Set how long after the discharge the first nursing visit may be.</summary>
public sealed record SetFirstVisitLimit(int Hours)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(SetFirstVisitLimit command, TerritorySettings? state, CommandContext context) =>
        (state ?? TerritorySettings.Default).FirstVisitWithin == TimeSpan.FromHours(command.Hours)
            ? Decision.Nothing
            : Decision.Accept(new FirstVisitLimitSet(command.Hours));
}

/// <summary>Shape of <see cref="SetFirstVisitLimit"/>.</summary>
public sealed class SetFirstVisitLimitValidator : AbstractValidator<SetFirstVisitLimit>
{
    /// <summary>One hour to three days.</summary>
    public SetFirstVisitLimitValidator() => RuleFor(c => c.Hours).InclusiveBetween(1, 72).OverridePropertyName("hours");
}

/// <summary>Set when the DAC answers on working days.</summary>
public sealed record SetOpeningHours(TimeOnly Opens, TimeOnly Closes, string? Relay)
{
    /// <summary>Longest relay text, in characters.</summary>
    public const int MaximumRelay = 200;

    /// <summary>Said once.</summary>
    public static Decision Decide(SetOpeningHours command, TerritorySettings? state, CommandContext context)
    {
        var relay = string.IsNullOrWhiteSpace(command.Relay) ? null : command.Relay.Trim();
        return (state ?? TerritorySettings.Default).Hours == new OpeningHours(command.Opens, command.Closes, relay)
            ? Decision.Nothing
            : Decision.Accept(new OpeningHoursSet(command.Opens, command.Closes, relay));
    }
}

/// <summary>Shape of <see cref="SetOpeningHours"/>.</summary>
public sealed class SetOpeningHoursValidator : AbstractValidator<SetOpeningHours>
{
    /// <summary>Opens before it closes; the relay is one line.</summary>
    public SetOpeningHoursValidator()
    {
        RuleFor(c => c.Closes).Must((c, closes) => closes > c.Opens).WithErrorCode("AFTER_OPENING").OverridePropertyName("closes");
        RuleFor(c => c.Relay).MaximumLength(SetOpeningHours.MaximumRelay).OverridePropertyName("relay");
        RuleFor(c => c.Relay).Must(r => r?.Any(char.IsControl) != true).WithErrorCode("CONTROL_CHARACTER").OverridePropertyName("relay");
    }
}
