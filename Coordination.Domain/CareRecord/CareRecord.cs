using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>A coordination record as its events tell it.</summary>
public sealed record CareRecord(
    PersonId PersonId,
    CommuneCode Commune,
    ProfessionalId? Referent,
    bool Informed,
    ImmutableSortedSet<SharingScope> Oppositions,
    bool Suspended)
{
    private static readonly Guid Space = new("6f3c9a0e-8f0f-4b7a-9d53-0f6f0f9c2b11");

    /// <summary>The person died: her record stays readable and raises nothing.</summary>
    public bool Deceased { get; init; }

    /// <summary>
    /// May a hospital's message about this person enter the territory? Active record, information recorded, hospital alerts not
    /// opposed, not suspended (DOMAIN Rulings 2).
    /// </summary>
    public bool IsEligible => Informed && !Suspended && !Oppositions.Contains(SharingScope.HospitalAlerts);

    /// <summary>The id of a person's record: one per person and territory, so that two openings meet.</summary>
    public static CareRecordId IdOf(TerritoryId territory, PersonId person) =>
        new(DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}"));

    /// <summary>Equal when the oppositions are the same ones too.</summary>
    public bool Equals(CareRecord? other) => other is not null && PersonId == other.PersonId && Commune == other.Commune
        && Referent == other.Referent && Informed == other.Informed && Suspended == other.Suspended && Deceased == other.Deceased
        && Oppositions.SequenceEqual(other.Oppositions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(PersonId, Commune, Referent, Informed, Oppositions.Count, Suspended);

    /// <summary>The record after one more fact.</summary>
    public static CareRecord Evolve(CareRecord? state, CareRecordEvent fact) => (state, fact) switch
    {
        (null, CareRecordOpened e) => new(e.PersonId, e.Commune, null, false, [], false),
        ({ } s, ReferentAssigned e) => s with { Referent = e.Referent },
        ({ } s, InformationRecorded) => s with { Informed = true },
        ({ } s, OppositionRecorded e) => s with { Oppositions = s.Oppositions.Add(e.Scope) },
        ({ } s, CareRecordSuspended) => s with { Suspended = true },
        ({ } s, DeathRecorded) => s with { Deceased = true },
        ({ } s, DeathWithdrawn) => s with { Deceased = false },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no record" : "a record")}"),
    };
}
