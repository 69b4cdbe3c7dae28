using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>Message to the discharges: somebody took an alert about one, so its establishment may know by whom.</summary>
public sealed record DischargeAlertTaken(DischargeId Discharge, ProfessionalId By);

/// <summary>What follows from the facts of an alert.</summary>
public static class AlertPolicy
{
    /// <summary>Messages for the facts just appended; pure, run once at append, never by a replay.</summary>
    public static IEnumerable<DischargeAlertTaken> React(Alert? before, IReadOnlyCollection<IDomainEvent> facts) =>
        before?.Finding.Facts.Discharge is { } discharge ? facts.OfType<AlertTaken>().Select(f => new DischargeAlertTaken(discharge, f.By)) : [];
}
