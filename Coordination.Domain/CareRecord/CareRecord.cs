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
    PersonRights Rights,
    bool Suspended)
{
    private static readonly Guid Space = new("6f3c9a0e-8f0f-4b7a-9d53-0f6f0f9c2b11");

    /// <summary>The person died: her record stays readable and raises nothing.</summary>
    public bool Deceased { get; init; }

    /// <summary>Kept to the referent and the care team.</summary>
    public bool Restricted { get; init; }

    /// <summary>Out of the active base: suspended for want of contact.</summary>
    public bool Archived { get; init; }

    /// <summary>How far it is, how closely she is followed, how it ended.</summary>
    public CareRecordLife Life { get; init; } = CareRecordLife.Opened;

    /// <summary>What is known of the person's situation, by heading.</summary>
    public ImmutableArray<SituationEntry> Situation { get; init; } = [];

    /// <summary>Where the closed record went, and what was answered; null for one that did not leave.</summary>
    public Transfer? Transfer { get; init; }

    /// <summary>The territory that the record came from; null for one that began here.</summary>
    public TransferOrigin? Origin { get; init; }

    /// <summary>
    /// May a hospital's message about this person enter the territory? Active record, information recorded, hospital alerts not
    /// opposed, not suspended (DOMAIN Rulings 2).
    /// </summary>
    public bool IsEligible => Informed && !Suspended && Life.Status is not RecordStatus.Closed && !Rights.Opposes(SharingScope.HospitalAlerts);

    /// <summary>The id of a person's record: one per person and territory, so that two openings meet.</summary>
    public static CareRecordId IdOf(TerritoryId territory, PersonId person) =>
        new(DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}"));

    /// <summary>Equal when the situation is the same too.</summary>
    public bool Equals(CareRecord? other) => other is not null && PersonId == other.PersonId && Commune == other.Commune
        && Referent == other.Referent && Informed == other.Informed && Suspended == other.Suspended && Deceased == other.Deceased
        && Restricted == other.Restricted && Archived == other.Archived && Rights == other.Rights && Life == other.Life && Transfer == other.Transfer && Origin == other.Origin && Situation.SequenceEqual(other.Situation);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(PersonId, Commune, Referent, Informed, Rights, Suspended);

    /// <summary>What stands under a heading; null when nothing does.</summary>
    public SituationEntry? About(SituationTopic topic) => Situation.FirstOrDefault(e => e.Topic == topic);

    /// <summary>The record after one more fact.</summary>
    public static CareRecord Evolve(CareRecord? state, CareRecordEvent fact) => (state, fact) switch
    {
        (null, CareRecordOpened e) => new(e.PersonId, e.Commune, null, false, PersonRights.None, false),
        // A follow-up that begins anew, long after the last one was closed: what the person decided stands.
        ({ Life.Status: RecordStatus.Closed } s, CareRecordOpened e) => s with { Commune = e.Commune, Referent = null, Suspended = false, Life = CareRecordLife.Opened, Transfer = null },
        ({ } s, FactCorrected) => s,
        ({ } s, ReferentAssigned e) => s with { Referent = e.Referent },
        ({ } s, InformationRecorded) => s with { Informed = true },
        ({ } s, CareRecordSuspended) => s with { Suspended = true },
        ({ } s, CareRecordResumed) => s with { Suspended = false, Archived = false },
        ({ } s, CareRecordArchived) => s with { Suspended = true, Archived = true },
        ({ } s, CareRecordRestricted) => s with { Restricted = true },
        ({ } s, CareRecordUnrestricted) => s with { Restricted = false },
        ({ } s, DeathRecorded) => s with { Deceased = true },
        ({ } s, DeathWithdrawn) => s with { Deceased = false },
        ({ } s, CareRecordTransferred e) => s with { Transfer = new(e.TransferId, e.Target, TransferStatus.Awaiting, null, null) },
        ({ Transfer: { } transfer } s, CareRecordTransferAnswered e) => s with { Transfer = transfer.AnsweredBy(e) },
        ({ } s, CareRecordReceived e) => s with { Origin = new(e.TransferId, e.From) },
        ({ Transfer: not null } s, CareRecordReopened e) => s with { Transfer = null, Life = s.Life.After(e)! },
        ({ } s, SituationStated e) => s.With(new(e.Topic, e.Text, s.About(e.Topic)?.Masks ?? Masks.None)),
        ({ } s, SituationMasked e) => s.With(s.About(e.Topic)! with { Masks = s.About(e.Topic)!.Masks.With(e.From) }),
        ({ } s, SituationUnmasked e) => s.With(s.About(e.Topic)! with { Masks = s.About(e.Topic)!.Masks.Without(e.From) }),
        ({ } s, _) when s.Life.After(fact) is { } life => s with { Life = life },
        ({ } s, _) when Decided(s.Rights, fact) is { } rights => s with { Rights = rights },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no record" : "a record")}"),
    };

    private static PersonRights? Decided(PersonRights rights, CareRecordEvent fact) => fact switch
    {
        OppositionRecorded e => rights with { Oppositions = rights.Oppositions.Add(e.Scope) },
        OppositionWithdrawn e => rights with { Oppositions = rights.Oppositions.Remove(e.Scope) },
        ConsentRecorded e => rights with { Consents = rights.Consents.SetItem(e.Scope, new(e.Means, e.On, e.Until, false)) },
        ConsentWithdrawn e => rights with { Consents = rights.Consents.SetItem(e.Scope, rights.Consents[e.Scope] with { Withdrawn = true }) },
        ProfessionalExcluded e => rights with { Excluded = rights.Excluded.With(e.Professional) },
        ProfessionalReadmitted e => rights with { Excluded = rights.Excluded.Without(e.Professional) },
        ContactDesignated e => rights with { Contacts = rights.Contacts.Add(new(e.ContactId, e.Kind, e.Name, e.Phone, e.From, e.Until)) },
        ContactRevoked e => rights with { Contacts = rights.Contacts.RemoveAll(c => c.Id == e.ContactId) },
        _ => null,
    };

    private CareRecord With(SituationEntry entry) =>
        this with { Situation = [.. Situation.Where(e => e.Topic != entry.Topic).Append(entry).OrderBy(e => e.Topic)] };
}
