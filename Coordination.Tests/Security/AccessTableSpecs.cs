using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Security;

/// <summary>
/// Who reads what of whom: role × relation × class of data from one table, every cell by record, node, list, count and field.
/// A: administrative, S: social, C: clinical, M: mental health, -: nothing, as for somebody who does not exist.
/// </summary>
public sealed class AccessTableSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Table = """
        relation         coordinator referent manager gp   nurse homecare social guardian
        informed         ASCM        ASCM     AS      -    -     -        -      -
        not-informed     ASCM        ASCM     AS      -    -     -        -      -
        suspended        -           A        -       -    -     -        -      -
        restricted       -           ASCM     -       -    -     -        -      -
        team-1           ASCM        ASCM     AS      ASCM ASC   AS       AS     A
        team-2           ASCM        ASCM     AS      ASCM ASC   AS       AS     A
        team-3           ASCM        ASCM     AS      ASCM ASC   AS       AS     A
        consent          ASCM        ASCM     AS      ASCM ASC   AS       AS     A
        no-consent       ASCM        ASCM     AS      -    -     -        -      -
        consent-expired  ASCM        ASCM     AS      -    -     -        -      -
        consent-taken    ASCM        ASCM     AS      -    -     -        -      -
        team-opposed     ASCM        ASCM     AS      -    -     -        -      -
        mental-opposed   ASC         ASCM     AS      ASC  ASC   AS       AS     A
        left             ASCM        ASCM     AS      -    -     -        -      -
        run-out          ASCM        ASCM     AS      -    -     -        -      -
        structure        ASCM        ASCM     AS      ASCM ASC   AS       AS     A
        structure-other  ASCM        ASCM     AS      -    -     -        -      -
        structure-ended  ASCM        ASCM     AS      -    -     -        -      -
        structure-away   ASCM        ASCM     AS      -    -     -        -      -
        excluded         -           ASCM     -       -    -     -        -      -
        team-uninformed  ASCM        ASCM     AS      -    -     -        -      -
        team-suspended   -           A        -       -    -     -        -      -
        team-restricted  ASCM        ASCM     AS      ASCM ASC   AS       AS     A
        """;

    private const string Query = """
        query($id: ID!) {
          careRecord(id: $id) { id socialSituation { topic } clinicalSituation { topic } mentalHealthSituation { topic } hidden { class } }
          node(id: $id) { id }
          accessTo(id: $id) { permitted rule }
          careRecords(first: 200) { totalCount nodes { id } }
        }
        """;

    private static readonly (string Name, Role Role)[] Columns =
    [
        ("coordinator", Role.Coordinator), ("referent", Role.Coordinator), ("manager", Role.Manager), ("gp", Role.Gp), ("nurse", Role.Nurse),
        ("homecare", Role.HomeCare), ("social", Role.CommunityWorker), ("guardian", Role.Guardian),
    ];

    private static readonly Role[] Closed = [Role.SocialWorker, Role.Analyst, Role.Admin, Role.Auditor, Role.Identity, Role.Interface];

    private static ProfessionalId Professional(string column) => new(new Guid($"0d4c0001-47da-4c00-8000-00000000a{Array.FindIndex(Columns, c => c.Name == column):000}"));

    private DateOnly Today => DateOnly.FromDateTime(platform.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Given_every_relation_When_every_role_asks_on_every_path_Then_the_table_decides()
    {
        var territory = Story.NewTerritory();
        var world = new AccessWorld(platform, territory);
        var rows = Table.Split('\n').Skip(1).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var persons = new Dictionary<string, PersonId>();
        foreach (var row in rows) persons[row[0]] = await world.WriteAsync(Of(row[0]));
        var elsewhere = await new AccessWorld(platform, Story.NewTerritory()).WriteAsync(Of("team-2"));
        var faults = new List<string>();
        var cells = 0;
        for (var column = 0; column < Columns.Length; column++)
        {
            var client = platform.Client(world.Subject(Columns[column].Role, Professional(Columns[column].Name)));
            var expected = rows.ToDictionary(r => r[0], r => r[column + 1]);
            foreach (var (relation, person) in persons.Append(new("elsewhere", elsewhere)))
            {
                var answer = await client.AskAsync(Query, new { id = NodeId.Encode("CareRecord", Domain.CareRecord.CareRecord.IdOf(new(territory), person).Value) });
                var classes = expected.GetValueOrDefault(relation, "-");
                var found = Classes(answer);
                cells += 4;
                if (found != classes) faults.Add($"{Columns[column].Name} × {relation}: {found} instead of {classes}: {answer.Text}");
                if (answer.Data!["node"] is null != (classes == "-")) faults.Add($"{Columns[column].Name} × {relation}: node");
                if ((bool)answer.Data["accessTo"]!["permitted"]! != (classes != "-")) faults.Add($"{Columns[column].Name} × {relation}: accessTo");
            }

            var list = (await client.AskAsync("{ careRecords(first: 200) { totalCount nodes { person { id } } } }")).Data!;
            var readable = expected.Where(e => e.Value != "-").Select(e => NodeId.Encode("Person", persons[e.Key].Value)).Order().ToList();
            Compare(faults, $"{Columns[column].Name}: careRecords", list["careRecords"]!, "person", readable);
            // A hospital's facts are shown only while the record lets them in, whoever asks; a guardian has none.
            if (Columns[column].Role is Role.Guardian) continue;
            var stays = (await client.AskAsync("{ discharges(first: 200) { totalCount nodes { subject { id } } } }")).Data!;
            Compare(faults, $"{Columns[column].Name}: discharges", stays["discharges"]!, "subject", [.. expected
                .Where(e => e.Value != "-" && e.Key is not ("not-informed" or "suspended" or "team-uninformed" or "team-suspended"))
                .Select(e => NodeId.Encode("Person", persons[e.Key].Value)).Order()]);
        }

        foreach (var role in Closed)
        {
            var answer = await platform.Client(world.Subject(role, Professional("gp"))).AskAsync("{ careRecords { totalCount } }");
            cells += 4 * rows.Count;
            if (answer.Code != "FORBIDDEN") faults.Add($"{role}: careRecords {answer.Text}");
        }

        faults.ShouldBeEmpty();
        cells.ShouldBeGreaterThanOrEqualTo(500);
    }

    [Fact]
    public async Task Given_somebody_not_of_the_team_When_she_asks_Then_it_looks_like_a_random_id()
    {
        var territory = Story.NewTerritory();
        var world = new AccessWorld(platform, territory);
        var person = await world.WriteAsync(Of("informed"));
        var client = platform.Client(world.Subject(Role.Nurse, Professional("nurse")));
        string Answer(Guid id, Answer answer) => answer.Text.Replace(NodeId.Encode("CareRecord", id), "ID", StringComparison.Ordinal);
        var (known, random) = (Domain.CareRecord.CareRecord.IdOf(new(territory), person).Value, Guid.NewGuid());
        var first = Answer(known, await client.AskAsync(Query, new { id = NodeId.Encode("CareRecord", known) }));
        first.ShouldBe(Answer(random, await client.AskAsync(Query, new { id = NodeId.Encode("CareRecord", random) })));
        first.ShouldContain("NOT_FOUND");
    }

    [Fact]
    public async Task Given_a_member_who_left_When_he_asks_Then_he_learns_that_access_was_withdrawn()
    {
        var territory = Story.NewTerritory();
        var world = new AccessWorld(platform, territory);
        var person = await world.WriteAsync(Of("left"));
        var answer = await platform.Client(world.Subject(Role.Nurse, Professional("nurse"))).AskAsync(Query, new { id = NodeId.Encode("Person", person.Value) });
        ((string)answer.Data!["accessTo"]!["rule"]!).ShouldBe("LEFT_TEAM");
        answer.Data["careRecord"].ShouldBeNull();
    }

    private Situation Of(string relation)
    {
        var facts = new List<CareRecordEvent> { new ReferentAssigned(Professional("referent")) };
        if (relation is not ("not-informed" or "team-uninformed")) facts.Add(new InformationRecorded(new(2026, 9, 1)));
        facts.AddRange(AccessWorld.Stated());
        if (relation is "suspended" or "team-suspended") facts.Add(new CareRecordSuspended());
        if (relation is "restricted" or "team-restricted") facts.Add(new CareRecordRestricted());
        if (relation is "consent") facts.Add(new ConsentRecorded(SharingScope.OutsideTeam, ConsentMeans.Oral, Today, Today));
        if (relation is "consent-expired") facts.Add(new ConsentRecorded(SharingScope.OutsideTeam, ConsentMeans.Oral, Today.AddDays(-9), Today.AddDays(-1)));
        if (relation is "consent-taken") facts.AddRange([new ConsentRecorded(SharingScope.OutsideTeam, ConsentMeans.Oral, Today, null), new ConsentWithdrawn(SharingScope.OutsideTeam)]);
        if (relation is "team-opposed") facts.Add(new OppositionRecorded(SharingScope.TeamExchange));
        if (relation is "mental-opposed") facts.Add(new OppositionRecorded(SharingScope.MentalHealth));
        if (relation is "excluded") facts.AddRange(Columns.Where(c => c.Name != "referent").Select(c => new ProfessionalExcluded(Professional(c.Name))));
        if (relation is "informed" or "not-informed" or "suspended" or "restricted") return new(facts, []);
        var basis = relation switch
        {
            "consent" or "no-consent" or "consent-expired" or "consent-taken" => LegalCase.Consent,
            "team-1" => LegalCase.SameStructure,
            "team-3" => LegalCase.OrganisedGroup,
            _ => LegalCase.RecognisedByPerson,
        };
        DateTimeOffset? until = relation is "run-out" ? platform.Clock.GetUtcNow().AddMinutes(-1) : null;
        if (relation is "structure-away") until = platform.Clock.GetUtcNow().AddMinutes(-1);
        // One structure, of which each column is a professional: it lets in those it names, as long as it is a member and names them.
        return relation.StartsWith("structure", StringComparison.Ordinal)
            ? new(facts, [.. Columns.Select((c, i) => new Joins(Professional(c.Name), basis, until, relation is "structure-ended", new Finess($"47099{i:0000}"), relation is not "structure-other"))])
            : new(facts, [.. Columns.Select(c => new Joins(Professional(c.Name), basis, until, relation is "left"))]);
    }

    private static string Classes(Answer answer)
    {
        if (answer.Data!["careRecord"] is not JsonObject record) return "-";
        var letters = "A";
        foreach (var (field, letter) in new[] { ("socialSituation", "S"), ("clinicalSituation", "C"), ("mentalHealthSituation", "M") })
            if (record[field] is JsonArray { Count: 1 }) letters += letter;
        // What is hidden is named, with its rule.
        (4 - letters.Length).ShouldBe(record["hidden"]!.AsArray().Count);
        return letters;
    }

    private static void Compare(List<string> faults, string path, JsonNode list, string person, IReadOnlyList<string> expected)
    {
        var found = list["nodes"]!.AsArray().Select(n => (string)n![person]!["id"]!).Order().ToList();
        if (!found.SequenceEqual(expected)) faults.Add($"{path}: {found.Count} rows instead of {expected.Count}");
        if ((int)list["totalCount"]! != expected.Count) faults.Add($"{path}: counts {list["totalCount"]} instead of {expected.Count}");
    }
}
