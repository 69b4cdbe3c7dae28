using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>Collects problems while a message is read, so that the sender gets all of them at once.</summary>
internal sealed class PamFindings(DateTimeOffset now)
{
    private static readonly DateTimeOffset EarliestEvent = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<PamProblem> problems = [];

    public IReadOnlyList<PamProblem> Problems => problems;

    public DateTimeOffset Now => now;

    public bool AnyRejection => problems.Exists(p => p.Severity == PamSeverity.Rejection);

    public bool AnyError => problems.Exists(p => p.Severity == PamSeverity.Error);

    public void Warn(string code, string location, string application, string text) => problems.Add(new(code, PamSeverity.Warning, location, application, text));

    public void Fail(string code, string location, string application, string text) => problems.Add(new(code, PamSeverity.Error, location, application, text));

    public void Reject(string code, string location, string application, string text) => problems.Add(new(code, PamSeverity.Rejection, location, application, text));

    public void Missing(string location, string application) => Fail("101", location, application, "Champ ou segment obligatoire absent.");

    /// <summary>A time that may be absent; one that cannot be read or is not plausible is an error, never a guess.</summary>
    public Hl7Timestamp? Time(Hl7Value value, string location)
    {
        if (value.Text.Length == 0) return null;
        if (Hl7Timestamp.TryParse(value.Component(1).Text, out var time) && time.Instant >= EarliestEvent && time.Instant <= now.AddYears(10)) return time;
        Fail("102", location, "TIME_INVALID", "Date ou heure illisible ou invraisemblable.");
        return null;
    }
}
