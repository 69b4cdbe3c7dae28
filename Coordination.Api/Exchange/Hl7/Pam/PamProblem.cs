namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>How far a problem goes.</summary>
public enum PamSeverity
{
    /// <summary>Said to the sender, the message is read all the same.</summary>
    Warning,

    /// <summary>The message cannot be applied: AE, quarantine.</summary>
    Error,

    /// <summary>The message is not for us: AR, nothing kept but its trace.</summary>
    Rejection,
}

/// <summary>One finding about a message. It names a rule and a place, and never repeats what the message says of a person.</summary>
/// <param name="Code">Code of table 0357, such as <c>101</c>.</param>
/// <param name="Severity">How far it goes.</param>
/// <param name="Location">Place as in ERR-2: <c>PID^1^3</c>, a segment alone, or empty.</param>
/// <param name="ApplicationCode">Our own stable code (ERR-5), such as <c>ZBE_ACTION_MISSING</c>.</param>
/// <param name="Text">For the interface operator, in French.</param>
public sealed record PamProblem(string Code, PamSeverity Severity, string Location, string ApplicationCode, string Text);
