using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Alerts;

/// <summary>Close an alert without action (clore sans suite), with a reason.</summary>
public sealed record AcknowledgeAlert(AlertId Alert, string Reason)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaximumReason = 2000;

    /// <summary>Only an open alert, by a professional, with a reason.</summary>
    public static Decision Decide(AcknowledgeAlert command, Alert? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new AlertNotFound()),
        { IsOpen: false } => Decision.Refuse(new AlertClosed()),
        _ when string.IsNullOrWhiteSpace(command.Reason) => Decision.Refuse(new AlertReasonMissing()),
        _ when context.Actor.Professional is { } me =>
            Decision.Accept(new AlertAcknowledged(me, Protected<string>.Of(state.Finding.Subject, command.Reason.Trim()))),
        _ => Decision.Refuse(new AlertNotFound()),
    };
}

/// <summary>Shape of <see cref="AcknowledgeAlert"/>.</summary>
public sealed class AcknowledgeAlertValidator : AbstractValidator<AcknowledgeAlert>
{
    /// <summary>The alert is named and the reason is not a book.</summary>
    public AcknowledgeAlertValidator()
    {
        RuleFor(c => c.Alert.Value).NotEmpty().OverridePropertyName("id");
        RuleFor(c => c.Reason).MaximumLength(AcknowledgeAlert.MaximumReason).OverridePropertyName("reason");
        RuleFor(c => c.Reason).Must(r => r is null || !r.Contains('\0', StringComparison.Ordinal))
            .WithErrorCode("NULL_CHARACTER").WithMessage("no null character").OverridePropertyName("reason");
    }
}
