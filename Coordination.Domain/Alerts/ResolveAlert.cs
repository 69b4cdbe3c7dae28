using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>The rule no longer holds since <paramref name="Cause"/>.</summary>
public sealed record ResolveAlert(AlertCause Cause)
{
    /// <summary>Only an open alert is resolved; there is nothing to say about any other.</summary>
    public static Decision Decide(ResolveAlert command, Alert? state, CommandContext context) =>
        state is { IsOpen: true } ? Decision.Accept(new AlertResolved(command.Cause)) : Decision.Nothing;
}
