using System.Collections.Immutable;
using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Indicators;

/// <summary>How an alert ended.</summary>
public enum AlertEnding
{
    /// <summary>Its condition went away.</summary>
    Resolved,

    /// <summary>Somebody closed it without action.</summary>
    Acknowledged,
}

/// <summary>One time that an alert was raised, with what became of it.</summary>
public sealed record AlertRaising(DateTimeOffset RaisedAt, DateTimeOffset? TakenAt = null, DateTimeOffset? ClosedAt = null, AlertEnding? Ending = null);

/// <summary>What indicators need of an alert: whom it is about, which referent it told, and each time it was raised.</summary>
public sealed record AlertTrace(string Rule, PersonId Person, CommuneCode? Commune, ProfessionalId? Referent, ImmutableArray<AlertRaising> Raisings)
{
    /// <summary>The row after one more fact; null before it was raised. Times are of record: from when on somebody could see it.</summary>
    public static AlertTrace? Next(AlertTrace? row, AlertEvent fact, DateTimeOffset recordedAt) => (row, fact) switch
    {
        (null, AlertRaised e) => Of(e.Finding, [new(recordedAt)]),
        (null, _) => null,
        ({ } r, AlertReopened e) => Of(e.Finding, r.Raisings.Add(new(recordedAt))),
        ({ } r, AlertTaken) => r.WithLast(r.Raisings[^1] with { TakenAt = recordedAt }),
        ({ } r, AlertAcknowledged) => r.WithLast(r.Raisings[^1] with { ClosedAt = recordedAt, Ending = AlertEnding.Acknowledged }),
        ({ } r, AlertResolved) => r.WithLast(r.Raisings[^1] with { ClosedAt = recordedAt, Ending = AlertEnding.Resolved }),
        _ => row,
    };

    /// <summary>Equal when the raisings are the same ones too.</summary>
    public bool Equals(AlertTrace? other) => other is not null && Rule == other.Rule && Person == other.Person && Commune == other.Commune
        && Referent == other.Referent && Raisings.SequenceEqual(other.Raisings);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rule, Person, Commune, Referent, Raisings.Length);

    private static AlertTrace Of(AlertFinding finding, ImmutableArray<AlertRaising> raisings) => new(
        finding.RuleCode, finding.Subject, finding.Facts.Commune,
        finding.Recipients.FirstOrDefault(r => r.Role is AlertRecipientRole.Referent)?.Professional, raisings);

    private AlertTrace WithLast(AlertRaising raising) => this with { Raisings = Raisings.SetItem(Raisings.Length - 1, raising) };
}
