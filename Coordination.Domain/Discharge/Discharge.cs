using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

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
    /// <summary>From what the stay was learned first.</summary>
    public StayOrigin? Origin { get; init; }

    /// <summary>Where the person lives, as known when the stay was learned.</summary>
    public CommuneCode? Commune { get; init; }

    /// <summary>The feed's visit as a blind key, when the stream was opened before the feed spoke.</summary>
    public Guid? Visit { get; init; }

    /// <summary>Who announced; null for the feed.</summary>
    public ProfessionalId? AnnouncedBy { get; init; }

    /// <summary>Where to; null when nobody said.</summary>
    public DischargeDestination? Destination { get; init; }

    /// <summary>Needs and confirmations.</summary>
    public ReturnPlan Plan { get; init; } = ReturnPlan.Empty;

    /// <summary>Whom to call in the service, sealed.</summary>
    public Protected<string>? ServiceContact { get; init; }

    /// <summary>The person to tell, sealed.</summary>
    public Protected<string>? Relative { get; init; }

    /// <summary>Who of the DAC read the announcement first.</summary>
    public ProfessionalId? SeenBy { get; init; }

    /// <summary>Who of the DAC takes care of it.</summary>
    public ProfessionalId? InChargeOf { get; init; }

    /// <summary>When the person left.</summary>
    public DateTimeOffset? DischargedAt { get; init; }

    /// <summary>The person is on leave.</summary>
    public bool OnLeave { get; init; }

    /// <summary>The person is in hospital.</summary>
    public bool IsUnderWay => Status is DischargeStatus.Admitted or DischargeStatus.Announced;

    /// <summary>Needs are assessed and each has a confirmation.</summary>
    public bool IsCovered => Plan.Needs is not null && Plan.Unconfirmed().IsEmpty;

    /// <summary>The stay after one more fact.</summary>
    public static Discharge Evolve(Discharge? state, DischargeEvent fact) => (state, fact) switch
    {
        (null, HospitalStayOpened e) => new(e.PersonId, e.Establishment, e.AdmittedAt, DischargeStatus.Admitted, null, null, null)
        {
            Origin = e.Origin, Commune = e.Commune,
        },
        ({ } s, HospitalStayOpened e) => s with
        {
            AdmittedAt = e.AdmittedAt ?? s.AdmittedAt,
            Commune = e.Commune ?? s.Commune,
            Status = s.Status is DischargeStatus.Cancelled ? s.StatusInHospital : s.Status,
        },
        ({ } s, VisitIdentified e) => s with { Visit = e.Visit },
        ({ Status: DischargeStatus.Announced } s, DischargeEstimated) => s,
        ({ } s, DischargeEstimated e) => s with { ExpectedAt = e.ExpectedAt, Reliability = DateReliability.EstimatedAtAdmission },
        ({ } s, DischargeAnnounced e) => s.Announce(e.ExpectedAt, e.Movement, e.Reliability, e.By) with { SeenBy = null },
        ({ } s, DischargeRescheduled e) => s.Announce(e.ExpectedAt, e.Movement, e.Reliability, e.By),
        ({ } s, DischargeAnnouncementWithdrawn) =>
            s with { Status = DischargeStatus.Admitted, ExpectedAt = null, Reliability = null, Announcement = null },
        ({ } s, ReturnNeedsStated e) => s with { Plan = s.Plan with { Needs = e.Needs } },
        ({ } s, DestinationStated e) => s with { Destination = e.Destination },
        ({ } s, ReturnContactsStated e) => s with { ServiceContact = e.Service ?? s.ServiceContact, Relative = e.Relative ?? s.Relative },
        ({ } s, AnnouncementSeen e) => s with { SeenBy = e.By },
        ({ } s, DischargeTakenInCharge e) => s with { InChargeOf = e.By },
        ({ } s, ArrangementConfirmed e) =>
            s with { Plan = s.Plan.With(new(e.Need, e.Provider, e.Channel, e.FirstVisitAt, s.ExpectedAt, e.ConfirmedBy)) },
        ({ } s, ArrangementWithdrawn e) => s with { Plan = s.Plan.Without(e.Need) },
        ({ } s, PersonDischarged e) => s with
        {
            Status = DischargeStatus.Discharged, DischargedAt = e.DischargedAt, Destination = e.Destination ?? s.Destination, OnLeave = false,
        },
        ({ } s, DischargeCancelled) => s with
        {
            Status = s.StatusInHospital,
            DischargedAt = null,
            Destination = s.Destination is DischargeDestination.Death ? null : s.Destination,
        },
        ({ } s, HospitalStayCancelled) => s with { Status = DischargeStatus.Cancelled, OnLeave = false },
        ({ } s, LeaveStarted) => s with { OnLeave = true },
        ({ } s, LeaveEnded) => s with { OnLeave = false },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no stay" : "a stay")}"),
    };

    // What is announced stays announced when a discharge or a cancellation is taken back.
    private DischargeStatus StatusInHospital =>
        Reliability is DateReliability.Announced or DateReliability.Probable ? DischargeStatus.Announced : DischargeStatus.Admitted;

    private Discharge Announce(DateTimeOffset expectedAt, MovementId? movement, DateReliability? reliability, ProfessionalId? by) => this with
    {
        Status = DischargeStatus.Announced,
        ExpectedAt = expectedAt,
        Reliability = reliability ?? DateReliability.Announced,
        Announcement = movement ?? Announcement,
        AnnouncedBy = by ?? AnnouncedBy,
    };
}
