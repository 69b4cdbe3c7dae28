namespace Coordination.Domain.Alerts;

/// <summary>A rule over the situation of a discharge: data plus a pure function.</summary>
/// <param name="Code">Its code in the catalogue (AL01–AL48).</param>
/// <param name="Version">Raised when thresholds or condition change; stored with each alert.</param>
/// <param name="Assess">The finding if the condition holds at the instant, else null.</param>
/// <param name="NextLook">When time alone would change the finding; null when it would not.</param>
public sealed record AlertRule(
    string Code,
    int Version,
    Func<DischargeSituation, DateTimeOffset, AlertFinding?> Assess,
    Func<DischargeSituation, DateTimeOffset, DateTimeOffset?> NextLook);
