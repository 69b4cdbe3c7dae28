using System.Diagnostics;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Discharge;

/// <summary>How far a discharge has come.</summary>
public enum DischargeStatus
{
    /// <summary>In hospital, no discharge announced.</summary>
    Admitted,

    /// <summary>A discharge is announced.</summary>
    Announced,
}

/// <summary>How sure an expected date is.</summary>
public enum DateReliability
{
    /// <summary>Given by the establishment at admission or transfer (PV2-9): never critical, asks for confirmation.</summary>
    EstimatedAtAdmission,

    /// <summary>Announced (A16).</summary>
    Announced,
}

/// <summary>A stay and its discharge as the events tell them.</summary>
public sealed record Discharge(
    PersonId PersonId,
    Finess Establishment,
    DateTimeOffset? AdmittedAt,
    DischargeStatus Status,
    DateTimeOffset? ExpectedAt,
    DateReliability? Reliability,
    MovementId? Announcement)
{
    /// <summary>The stay after one more fact.</summary>
    public static Discharge Evolve(Discharge? state, DischargeEvent fact) => (state, fact) switch
    {
        (null, HospitalStayOpened e) => new(e.PersonId, e.Establishment, e.AdmittedAt, DischargeStatus.Admitted, null, null, null),
        ({ } s, HospitalStayOpened e) => s with { AdmittedAt = e.AdmittedAt ?? s.AdmittedAt },
        ({ Status: DischargeStatus.Announced } s, DischargeEstimated) => s,
        ({ } s, DischargeEstimated e) => s with { ExpectedAt = e.ExpectedAt, Reliability = DateReliability.EstimatedAtAdmission },
        ({ } s, DischargeAnnounced e) => s.Announce(e.ExpectedAt, e.Movement),
        ({ } s, DischargeRescheduled e) => s.Announce(e.ExpectedAt, e.Movement),
        ({ } s, DischargeAnnouncementWithdrawn) =>
            s with { Status = DischargeStatus.Admitted, ExpectedAt = null, Reliability = null, Announcement = null },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no stay" : "a stay")}"),
    };

    private Discharge Announce(DateTimeOffset expectedAt, MovementId movement) => this with
    {
        Status = DischargeStatus.Announced,
        ExpectedAt = expectedAt,
        Reliability = DateReliability.Announced,
        Announcement = movement,
    };
}
