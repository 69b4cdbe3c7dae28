using Coordination.Api.CareRecord;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Directory;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;
using Stay = Coordination.Domain.Discharge.Discharge;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Tests.Security;

/// <summary>A membership as a test states it; <paramref name="Left"/> ends it after it began, <paramref name="Through"/> makes a structure the member.</summary>
internal sealed record Joins(ProfessionalId Who, LegalCase Basis, DateTimeOffset? Until = null, bool Left = false, Finess? Through = null, bool Named = true)
{
    /// <summary>Its facts.</summary>
    public IEnumerable<CareTeamEvent> Facts(PersonId person) => Through is { } structure
        ?
        [
            new StructureJoined(person, structure, TeamRole.TeamMember, Basis, Until),
            .. Named ? [new StructureProfessionalNamed(person, structure, Who)] : Array.Empty<CareTeamEvent>(),
            .. Named && Left ? [new StructureProfessionalRemoved(person, structure, Who)] : Array.Empty<CareTeamEvent>(),
        ]
        : [new MemberJoined(person, Who, TeamRole.TeamMember, Basis, Until), .. Left ? [new MemberLeft(person, Who, LeaveReason.Ended)] : Array.Empty<CareTeamEvent>()];
}

/// <summary>What a test says of one person: the facts of her record, and her team.</summary>
internal sealed record Situation(IReadOnlyList<CareRecordEvent> Facts, IReadOnlyList<Joins> Team);

/// <summary>Writes persons with records, teams and a discharge each, and names the subjects that ask about them.</summary>
internal sealed class AccessWorld(PlatformFixture platform, string territory)
{
    /// <summary>A subject of this role in the territory, a professional of her own.</summary>
    public Subject Subject(Role role, ProfessionalId? professional) => new(
        $"{territory}-{role}-{professional}", $"{role}", role, "Essai", role is Role.SocialWorker or Role.Analyst ? null : new TerritoryId(territory),
        role is Role.SocialWorker ? Finess.Parse("470990011") : null, professional) { Community = role is Role.Analyst ? "cpts-essai" : null };

    /// <summary>Writes a person; her record's facts come after its opening, her team joined an hour ago.</summary>
    public async Task<PersonId> WriteAsync(Situation situation, bool discharge = true)
    {
        var person = new PersonId(Guid.NewGuid());
        await using var session = platform.Get<DocumentStore>().LightweightSession(
            new global::Platform.EventStore.SessionOptions(territory) { OccurredAt = platform.Clock.GetUtcNow().AddHours(-1) });
        platform.Get<PersonRegistry>().Register(session, person, Story.Traits(), []);
        session.Events.StartStream<Record>(Record.IdOf(new(territory), person).Value, [new CareRecordOpened(person, new("47001"), new(2026, 9, 1)), .. situation.Facts]);
        var joined = situation.Team.SelectMany(j => j.Facts(person)).ToArray();
        if (joined.Length > 0) session.Events.StartStream<Team>(Team.IdOf(new(territory), person), [.. joined]);
        if (discharge)
            session.Events.StartStream<Stay>(Guid.NewGuid(), new HospitalStayOpened(person, Finess.Parse("470990011"), null, StayOrigin.Announcement, new CommuneCode("47001")));
        await session.SaveChangesAsync();
        return person;
    }

    /// <summary>Something stated under a heading of each class.</summary>
    public static IEnumerable<CareRecordEvent> Stated() => new[] { SituationTopic.Housing, SituationTopic.HealthRisks, SituationTopic.MentalHealth }
        .Select(topic => new SituationStated(topic, Protected<string>.Of(new(new("b0000000-0000-4000-8000-0000000000aa")), $"{topic}")));
}
