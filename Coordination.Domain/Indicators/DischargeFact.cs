using System.Collections.Immutable;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Indicators;

/// <summary>What indicators need of a stay and its discharge, and nothing else: no name, no text.</summary>
/// <param name="AnnouncedAt">When the platform learned the first announcement that stands; null when none stands.</param>
/// <param name="AnnouncedFor">The date that this announcement gave.</param>
/// <param name="DischargedAt">When the person left; null while she has not.</param>
/// <param name="Ready">At that discharge: needs assessed and each confirmed; null while there is none.</param>
public sealed record DischargeFact(
    PersonId Person, Finess Establishment, CommuneCode? Commune, DateTimeOffset? AnnouncedAt, DateTimeOffset? AnnouncedFor, DateTimeOffset? DischargedAt, bool? Ready)
{
    /// <summary>Where to; null when nobody said.</summary>
    public DischargeDestination? Destination { get; init; }

    /// <summary>Needs stated; null until somebody assessed them.</summary>
    public ImmutableSortedSet<CareNeed>? Needs { get; init; }

    /// <summary>Needs that have a confirmation.</summary>
    public ImmutableSortedSet<CareNeed> Confirmed { get; init; } = [];

    /// <summary>There was no stay after all: it counts nowhere.</summary>
    public bool Cancelled { get; init; }

    /// <summary>The person went home, or nobody said where.</summary>
    public bool ToHome => Destination.MayBeHome();

    private bool IsCovered => Needs is { } needs && needs.Except(Confirmed).IsEmpty;

    /// <summary>The row after one more fact; null before the stay is known.</summary>
    public static DischargeFact? Next(DischargeFact? row, DischargeEvent fact, DateTimeOffset recordedAt) => (row, fact) switch
    {
        (null, HospitalStayOpened e) => new(e.PersonId, e.Establishment, e.Commune, null, null, null, null),
        (null, _) => null,
        ({ } r, HospitalStayOpened e) => r with { Commune = e.Commune ?? r.Commune, Cancelled = false },
        ({ AnnouncedAt: null } r, DischargeAnnounced e) => r with { AnnouncedAt = recordedAt, AnnouncedFor = e.ExpectedAt },
        ({ } r, DischargeAnnouncementWithdrawn) => r with { AnnouncedAt = null, AnnouncedFor = null },
        ({ } r, ReturnNeedsStated e) => r with { Needs = e.Needs },
        ({ } r, DestinationStated e) => r with { Destination = e.Destination },
        ({ } r, ArrangementConfirmed e) => r with { Confirmed = r.Confirmed.Add(e.Need) },
        ({ } r, ArrangementWithdrawn e) => r with { Confirmed = r.Confirmed.Remove(e.Need) },
        // A corrected date says nothing about what was ready when the person left: that stays.
        ({ } r, PersonDischarged e) => r with
        {
            DischargedAt = e.DischargedAt, Destination = e.Destination ?? r.Destination, Ready = r.Ready ?? r.IsCovered,
        },
        ({ } r, DischargeCancelled) => r with
        {
            DischargedAt = null, Ready = null, Destination = r.Destination is DischargeDestination.Death ? null : r.Destination,
        },
        ({ } r, HospitalStayCancelled) => r with { Cancelled = true },
        _ => row,
    };
}
