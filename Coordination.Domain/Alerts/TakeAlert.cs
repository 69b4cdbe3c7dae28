using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Alerts;

/// <summary>Take charge of an alert (prendre en charge). It does not stop the clock.</summary>
public sealed record TakeAlert(AlertId Alert)
{
    /// <summary>The first one has it; saying it again is no news.</summary>
    public static Decision Decide(TakeAlert command, Alert? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new AlertNotFound()),
        { IsOpen: false } => Decision.Refuse(new AlertClosed()),
        { TakenBy: { } by } when by == context.Actor.Professional => Decision.Nothing,
        { TakenBy: { } by } => Decision.Refuse(new AlertAlreadyTaken(by)),
        _ when context.Actor.Professional is { } me => Decision.Accept(new AlertTaken(me)),
        _ => Decision.Refuse(new AlertNotFound()),
    };
}

/// <summary>Shape of <see cref="TakeAlert"/>.</summary>
public sealed class TakeAlertValidator : AbstractValidator<TakeAlert>
{
    /// <summary>The alert is named.</summary>
    public TakeAlertValidator() => RuleFor(c => c.Alert.Value).NotEmpty().OverridePropertyName("id");
}
