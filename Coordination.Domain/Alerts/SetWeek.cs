using System.Collections.Immutable;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Alerts;

/// <summary>Set when the DAC answers on working days.</summary>
public sealed record SetOpeningHours(TimeOnly Opens, TimeOnly Closes, string? Relay)
{
    /// <summary>Longest relay text, in characters.</summary>
    public const int MaximumRelay = 200;

    /// <summary>Said once.</summary>
    public static Decision Decide(SetOpeningHours command, TerritorySettings? state, CommandContext context)
    {
        var relay = RelayText.Of(command.Relay);
        var hours = (state ?? TerritorySettings.Default).Hours;
        return hours.Week.IsEmpty && (hours.Opens, hours.Closes, hours.Relay) == (command.Opens, command.Closes, relay)
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
        RuleFor(c => c.Relay).Must(RelayText.IsOneLine).WithErrorCode("CONTROL_CHARACTER").OverridePropertyName("relay");
    }
}

/// <summary>Set when the DAC answers on each day of the week; a day that is not given is closed.</summary>
public sealed record SetWeek(ImmutableArray<WeekdayHours> Days, string? Relay, ImmutableArray<WeekdayRelay> Relays)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(SetWeek command, TerritorySettings? state, CommandContext context)
    {
        var hours = (state ?? TerritorySettings.Default).Hours;
        ImmutableArray<WeekdayHours> days = [.. command.Days.OrderBy(d => d.Day)];
        ImmutableArray<WeekdayRelay> relays = [.. command.Relays.Select(r => r with { Relay = RelayText.Of(r.Relay)! }).OrderBy(r => r.Day)];
        var relay = RelayText.Of(command.Relay);
        return hours.Week.SequenceEqual(days) && hours.Relay == relay && hours.Relays.SequenceEqual(relays)
            ? Decision.Nothing
            : Decision.Accept(new WeekSet(days, relay, relays));
    }
}

/// <summary>Shape of <see cref="SetWeek"/>.</summary>
public sealed class SetWeekValidator : AbstractValidator<SetWeek>
{
    /// <summary>At least one day; each day once, opening before it closes; relays of one line.</summary>
    public SetWeekValidator()
    {
        RuleFor(c => c.Days).Must(d => !d.IsEmpty).WithErrorCode("ONE_DAY_AT_LEAST").OverridePropertyName("days");
        RuleFor(c => c.Days).Must(d => d.DistinctBy(h => h.Day).Count() == d.Length).WithErrorCode("DAY_TWICE").OverridePropertyName("days");
        RuleFor(c => c.Days).Must(d => d.All(h => h.Closes > h.Opens)).WithErrorCode("AFTER_OPENING").OverridePropertyName("days");
        RuleFor(c => c.Relay).MaximumLength(SetOpeningHours.MaximumRelay).OverridePropertyName("relay");
        RuleFor(c => c.Relay).Must(RelayText.IsOneLine).WithErrorCode("CONTROL_CHARACTER").OverridePropertyName("relay");
        RuleFor(c => c.Relays).Must(r => r.DistinctBy(d => d.Day).Count() == r.Length).WithErrorCode("DAY_TWICE").OverridePropertyName("relays");
        RuleFor(c => c.Relays).Must(r => r.All(d => RelayText.Of(d.Relay) is { Length: <= SetOpeningHours.MaximumRelay } && RelayText.IsOneLine(d.Relay)))
            .WithErrorCode("SHORT_TEXT").OverridePropertyName("relays");
    }
}

internal static class RelayText
{
    public static string? Of(string? relay) => string.IsNullOrWhiteSpace(relay) ? null : relay.Trim();

    public static bool IsOneLine(string? relay) => relay?.Any(char.IsControl) != true;
}
