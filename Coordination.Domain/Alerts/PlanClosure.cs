using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Alerts;

/// <summary>There is no such closure to come.</summary>
public sealed record ClosureNotFound() : DomainError("CLOSURE_NOT_FOUND");

/// <summary>Say that the DAC will not answer on some days, first and last included.</summary>
public sealed record PlanClosure(Guid Closure, DateOnly From, DateOnly To, string Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaximumReason = 200;

    private const int Most = 50, LongestDays = 366, DaysAhead = 731;

    /// <summary>Not in the past, within two years, a year at most.</summary>
    public static Decision Decide(PlanClosure command, TerritorySettings? state, CommandContext context)
    {
        var hours = (state ?? TerritorySettings.Default).Hours;
        var today = DateOnly.FromDateTime(WorkingCalendar.Of(hours.Regime).ToLocal(context.Now).DateTime);
        if (hours.Closures.Any(c => c.Id == command.Closure)) return Decision.Nothing;
        if (command.To < today) return Decision.Refuse(new InvalidCommand("to", "NOT_IN_PAST"));
        if (command.From > today.AddDays(DaysAhead)) return Decision.Refuse(new InvalidCommand("from", "WITHIN_TWO_YEARS"));
        if (command.To > command.From.AddDays(LongestDays)) return Decision.Refuse(new InvalidCommand("to", "AT_MOST_A_YEAR"));
        if (hours.Closures.Count(c => c.To >= today) >= Most) return Decision.Refuse(new InvalidCommand("from", "TOO_MANY"));
        return Decision.Accept(new ClosurePlanned(command.Closure, command.From, command.To, command.Reason.Trim()));
    }
}

/// <summary>Shape of <see cref="PlanClosure"/>.</summary>
public sealed class PlanClosureValidator : AbstractValidator<PlanClosure>
{
    /// <summary>Ends after it begins; a reason of one line.</summary>
    public PlanClosureValidator()
    {
        RuleFor(c => c.To).Must((c, to) => to >= c.From).WithErrorCode("PERIOD_ORDER").OverridePropertyName("to");
        RuleFor(c => c.Reason).Must(r => !string.IsNullOrWhiteSpace(r)).WithErrorCode("REQUIRED").OverridePropertyName("reason");
        RuleFor(c => c.Reason).MaximumLength(PlanClosure.MaximumReason).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(RelayText.IsOneLine).WithErrorCode("CONTROL_CHARACTER").OverridePropertyName("reason");
    }
}

/// <summary>Take a planned closure back.</summary>
public sealed record CancelClosure(Guid Closure)
{
    /// <summary>Only one that is planned.</summary>
    public static Decision Decide(CancelClosure command, TerritorySettings? state, CommandContext context) =>
        state?.Hours.Closures.Any(c => c.Id == command.Closure) == true
            ? Decision.Accept(new ClosureCancelled(command.Closure))
            : Decision.Refuse(new ClosureNotFound());
}

/// <summary>Choose whose public holidays and time the territory keeps.</summary>
public sealed record SetHolidayRegime(HolidayRegime Regime)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(SetHolidayRegime command, TerritorySettings? state, CommandContext context) =>
        (state ?? TerritorySettings.Default).Hours.Regime == command.Regime ? Decision.Nothing : Decision.Accept(new HolidayRegimeSet(command.Regime));
}
