using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>A rule holds: the alert has to stand as <paramref name="Finding"/> says. <paramref name="Cause"/> is null when only time passed.</summary>
public sealed record RaiseAlert(AlertFinding Finding, AlertCause? Cause)
{
    /// <summary>Raised once; a second trigger adds a cause; a condition that returns reopens the same alert.</summary>
    public static Decision Decide(RaiseAlert command, Alert? state, CommandContext context)
    {
        var news = command.Cause is { } cause && state?.Knows(cause) != true ? command.Cause : null;
        return state switch
        {
            null when news is not null => Decision.Accept(new AlertRaised(command.Finding, news)),
            null => Decision.Nothing,
            { IsOpen: true } when news is null && state.Finding == command.Finding => Decision.Nothing,
            { IsOpen: true } => Decision.Accept(new AlertReassessed(command.Finding, news)),
            _ when news is null => Decision.Nothing,
            // Closed without action speaks of the situation then: the same situation told again does not reopen it.
            { Status: AlertStatus.Acknowledged } when state.ClosedFor == command.Finding.Facts.About() => Decision.Nothing,
            _ => Decision.Accept(new AlertReopened(command.Finding, news)),
        };
    }
}
