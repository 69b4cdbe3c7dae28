using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Coordination.Projections.CareTeam;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Security;

/// <summary>Random records, teams and subjects: what the lists answer is what the policy lets through, person by person.</summary>
public sealed class AccessModelSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly Role[] Roles = [Role.Coordinator, Role.Manager, Role.Gp, Role.Nurse, Role.HomeCare, Role.CommunityWorker, Role.Guardian];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Given_a_random_territory_When_everybody_lists_it_Then_each_list_is_the_models_filter(int seed)
    {
        var random = new Random(seed);
        var territory = new TerritoryId(Story.NewTerritory());
        var world = new AccessWorld(platform, territory.Value);
        ProfessionalId[] professionals = [.. Roles.Select((_, i) => new ProfessionalId(new Guid($"0d4c0001-47da-4c00-8000-0000{seed:0000}{i:0000}")))];
        var persons = new List<PersonId>();
        for (var i = 0; i < 40; i++) persons.Add(await world.WriteAsync(Of(random, professionals)));
        await using var session = platform.Get<DocumentStore>().QuerySession(territory.Value);
        var records = (await session.QueryAsync<CareRecordView>("", [])).ToDictionary(r => r.Record.PersonId);
        var teams = (await session.QueryAsync<CareTeamView>("", [])).ToDictionary(t => t.Person);
        var seen = 0;
        foreach (var (role, professional) in Roles.Zip(professionals))
        {
            var subject = world.Subject(role, professional);
            string[] Expected(AccessAction action) => [.. persons.Where(p => AccessPolicy.Decide(
                subject, action, new(territory, null, new PersonAccess(records[p], teams.GetValueOrDefault(p)).FactsFor(subject)), new(platform.Clock.GetUtcNow())).Permitted)
                .Select(p => NodeId.Encode("Person", p.Value)).Order()];
            seen += await CompareAsync(subject, "{ list: careRecords(first: 200) { totalCount nodes { person { id } } } }", Expected(AccessAction.ReadRecords));
            if (role is not Role.Guardian)
                seen += await CompareAsync(subject, "{ list: discharges(first: 200) { totalCount nodes { person: subject { id } } } }", Expected(AccessAction.ReadDischarges));
        }

        // A model that lets nobody see anybody would prove nothing.
        seen.ShouldBeGreaterThan(20);
    }

    private async Task<int> CompareAsync(Subject subject, string query, string[] expected)
    {
        var list = (await platform.Client(subject).AskAsync(query)).Data!["list"]!;
        list["nodes"]!.AsArray().Select(n => (string)n!["person"]!["id"]!).Order().ToArray().ShouldBe(expected, $"{subject.Role}");
        ((int)list["totalCount"]!).ShouldBe(expected.Length, $"{subject.Role}");
        return expected.Length;
    }

    private Situation Of(Random random, ProfessionalId[] professionals)
    {
        bool Chance(int percent) => random.Next(100) < percent;
        ProfessionalId Any() => professionals[random.Next(professionals.Length)];
        var today = DateOnly.FromDateTime(platform.Clock.GetUtcNow().UtcDateTime);
        var facts = new List<CareRecordEvent>();
        if (Chance(80)) facts.Add(new ReferentAssigned(Any()));
        if (Chance(80)) facts.Add(new InformationRecorded(new(2026, 9, 1)));
        if (Chance(20)) facts.Add(new OppositionRecorded(SharingScope.TeamExchange));
        if (Chance(15)) facts.Add(new OppositionRecorded(SharingScope.HospitalAlerts));
        if (Chance(40)) facts.Add(new ConsentRecorded(SharingScope.OutsideTeam, ConsentMeans.Oral, today.AddDays(-5), Chance(50) ? today.AddDays(random.Next(-2, 3)) : null));
        if (facts.OfType<ConsentRecorded>().Any() && Chance(25)) facts.Add(new ConsentWithdrawn(SharingScope.OutsideTeam));
        if (Chance(10)) facts.Add(new OppositionRecorded(SharingScope.OutsideTeam));
        if (Chance(15)) facts.Add(new ProfessionalExcluded(Any()));
        if (Chance(10)) facts.Add(new CareRecordSuspended());
        if (Chance(15)) facts.Add(new CareRecordRestricted());
        var team = professionals.Where(_ => Chance(45)).Select(p => new Joins(
            p, (LegalCase)random.Next(4), Chance(25) ? platform.Clock.GetUtcNow().AddMinutes(random.Next(-50, 50)) : null, Chance(15))).ToList();
        // Some are named by a structure, beside a membership of their own or without one.
        team.AddRange(professionals.Where(_ => Chance(25)).Select((p, i) => new Joins(
            p, (LegalCase)random.Next(4), Chance(25) ? platform.Clock.GetUtcNow().AddMinutes(random.Next(-50, 50)) : null, Chance(20), new Finess($"47099{i:0000}"), Chance(85))));
        return new(facts, team);
    }
}
