using Coordination.Api.Exchange.Hl7.Wire;
using Coordination.Api.Resources;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>Collects problems while a message is read, so that the sender gets all of them at once.</summary>
internal sealed class PamFindings(DateTimeOffset now)
{
    private const int Most = 100;
    private static readonly DateTimeOffset EarliestEvent = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<PamProblem> problems = [];

    public IReadOnlyList<PamProblem> Problems => problems;

    public DateTimeOffset Now => now;

    public bool AnyRejection => problems.Exists(p => p.Severity == PamSeverity.Rejection);

    public bool AnyError => problems.Exists(p => p.Severity == PamSeverity.Error);

    public void Warn(string code, string location, string application) => Add(code, PamSeverity.Warning, location, application, application);

    public void Fail(string code, string location, string application) => Add(code, PamSeverity.Error, location, application, application);

    public void Reject(string code, string location, string application) => Add(code, PamSeverity.Rejection, location, application, application);

    public void Missing(string location, string application) => Add("101", PamSeverity.Error, location, application, "MISSING");

    /// <summary>A time that may be absent; one that cannot be read or is not plausible is an error, never a guess.</summary>
    public Hl7Timestamp? Time(Hl7Value value, string location)
    {
        if (value.Text.Length == 0) return null;
        if (Hl7Timestamp.TryParse(value.Component(1).Text, out var time) && time.Instant >= EarliestEvent && time.Instant <= now.AddYears(10)) return time;
        Fail("102", location, "TIME_INVALID");
        return null;
    }

    // Enough is told to mend the message; an answer larger than the message helps nobody. What decides is never left out.
    private void Add(string code, PamSeverity severity, string location, string application, string text)
    {
        if (problems.Count < Most || !problems.Exists(p => p.Severity >= severity)) problems.Add(new(code, severity, location, application, Texts.Get($"Hl7.{text}")));
    }
}
