using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Alerts;

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

/// <summary>Set one of the delays of the territory.</summary>
public sealed record SetAlertDelay(AlertDelay Delay, int Hours)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(SetAlertDelay command, TerritorySettings? state, CommandContext context)
    {
        if ((state ?? TerritorySettings.Default).Of(command.Delay) == TimeSpan.FromHours(command.Hours)) return Decision.Nothing;
        return Decision.Accept(command.Delay is AlertDelay.FirstVisit ? new FirstVisitLimitSet(command.Hours) : new AlertDelaySet(command.Delay, command.Hours));
    }
}

/// <summary>Shape of <see cref="SetAlertDelay"/>.</summary>
public sealed class SetAlertDelayValidator : AbstractValidator<SetAlertDelay>
{
    /// <summary>One hour to three days after the discharge, to five days before it.</summary>
    public SetAlertDelayValidator()
    {
        RuleFor(c => c.Delay).IsNamed().OverridePropertyName("delay");
        RuleFor(c => c.Hours).InclusiveBetween(1, 72).When(c => c.Delay is AlertDelay.FirstVisit).OverridePropertyName("hours");
        RuleFor(c => c.Hours).InclusiveBetween(1, 120).When(c => c.Delay is not AlertDelay.FirstVisit).OverridePropertyName("hours");
    }
}
