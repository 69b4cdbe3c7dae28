using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>One alert as its events tell it.</summary>
public sealed record Alert(
    AlertFinding Finding,
    AlertStatus Status,
    ProfessionalId? TakenBy,
    DateTimeOffset? ClosedFor,
    ImmutableArray<AlertCause> Causes)
{
    private static readonly Guid Space = new("b8f6b7f6-0b3a-4a53-8f7c-5b5d0f9a7e02");

    /// <summary>True while somebody has to look at it.</summary>
    public bool IsOpen => Status is AlertStatus.Raised or AlertStatus.Taken;

    /// <summary>The id of a rule's alert about a subject in a window (a stay, a plan…): a second trigger meets the first.</summary>
    public static AlertId IdOf(TerritoryId territory, string ruleCode, PersonId subject, Guid window) =>
        new(DeterministicGuid.V5(Space, $"{territory.Value}|{ruleCode}|{subject.Value}|{window}"));

    /// <summary>True when this event is already one of the causes.</summary>
    public bool Knows(AlertCause cause) => Causes.Any(c => c.EventId == cause.EventId);

    /// <summary>Equal when the causes are the same ones too, in the same order.</summary>
    public bool Equals(Alert? other) => other is not null && Finding == other.Finding && Status == other.Status
        && TakenBy == other.TakenBy && ClosedFor == other.ClosedFor && Causes.SequenceEqual(other.Causes);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Finding, Status, TakenBy, ClosedFor, Causes.Length);

    /// <summary>The alert after one more fact.</summary>
    public static Alert Evolve(Alert? state, AlertEvent fact) => (state, fact) switch
    {
        (null, AlertRaised e) => new(e.Finding, AlertStatus.Raised, null, null, [e.Cause]),
        ({ } s, AlertReassessed e) => s with { Finding = e.Finding, Causes = s.CausesWith(e.Cause) },
        ({ } s, AlertReopened e) =>
            s with { Finding = e.Finding, Status = AlertStatus.Raised, TakenBy = null, ClosedFor = null, Causes = s.CausesWith(e.Cause) },
        ({ } s, AlertTaken e) => s with { Status = AlertStatus.Taken, TakenBy = e.By },
        ({ } s, AlertAcknowledged) => s with { Status = AlertStatus.Acknowledged, ClosedFor = s.Finding.Facts.About() },
        ({ } s, AlertResolved e) => s with { Status = AlertStatus.Resolved, Causes = s.CausesWith(e.Cause) },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no alert" : "an alert")}"),
    };

    // The event that raised an alert may also be told as the one that ends it (a message handled again after the facts changed).
    private ImmutableArray<AlertCause> CausesWith(AlertCause? cause) => cause is null || Knows(cause) ? Causes : Causes.Add(cause);
}
