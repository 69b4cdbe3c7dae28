using System.Text.Json.Nodes;
using Coordination.Domain.Directory;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.CareTeam;

/// <summary>Teams over HTTP: dates in both senses, changes of two at once, structures, relatives.</summary>
public sealed class CareTeamStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly TeamStory story = new(platform);

    private DateTimeOffset Now => platform.Clock.GetUtcNow();

    private static object Join(string id, int who, object? version = null, string role = "TEAM_MEMBER", DateTimeOffset? since = null, DateTimeOffset? until = null, string basis = "RECOGNISED_BY_PERSON") =>
        new { recordId = id, professional = TeamStory.Id(who), role, basis, since, until, expectedVersion = version };

    [Fact]
    public async Task Given_comings_and_goings_told_late_When_asked_for_a_date_Then_as_it_was_And_as_it_was_known()
    {
        var id = await story.FollowAsync();
        var start = Now;
        await story.RunAsync("joinCareTeam", Join(id, 1));
        platform.Clock.Advance(TimeSpan.FromDays(10));
        var tenth = Now;
        // Told on the eleventh: a second one has been there for six days, and the first left two days ago.
        platform.Clock.Advance(TimeSpan.FromDays(1));
        await story.RunAsync("joinCareTeam", Join(id, 2, since: start.AddDays(5)));
        await story.RunAsync("joinCareTeam", Join(id, 3, since: start.AddDays(-20)));
        TeamStory.Codes(await story.RunAsync("leaveCareTeam", new { recordId = id, professional = TeamStory.Id(1), reason = "ENDED", on = start.AddDays(9) })).ShouldBe("");
        await story.RunAsync("joinCareTeam", Join(id, 4, since: Now.AddDays(3)));
        platform.Clock.Advance(TimeSpan.FromMinutes(1));

        TeamStory.InForce(await story.TeamAsync(id)).ShouldBe("2,3");
        TeamStory.InForce(await story.TeamAsync(id, onDate: start.AddDays(-1))).ShouldBe("3");
        TeamStory.InForce(await story.TeamAsync(id, onDate: start.AddDays(6))).ShouldBe("1,2,3");
        TeamStory.InForce(await story.TeamAsync(id, onDate: start.AddDays(9.5))).ShouldBe("2,3");
        TeamStory.InForce(await story.TeamAsync(id, onDate: Now.AddDays(4))).ShouldBe("2,3,4");
        TeamStory.InForce(await story.TeamAsync(id, knownAt: tenth)).ShouldBe("1");
        TeamStory.InForce(await story.TeamAsync(id, onDate: start.AddDays(6), knownAt: tenth)).ShouldBe("1");
        TeamStory.InForce(await story.TeamAsync(id, onDate: start.AddDays(-30))).ShouldBe("");

        // Back again: both times are kept.
        TeamStory.Codes(await story.RunAsync("joinCareTeam", Join(id, 1, since: start.AddDays(8)))).ShouldBe("NOT_BEFORE_LAST_END");
        await story.RunAsync("joinCareTeam", Join(id, 1));
        (await story.TeamAsync(id))["members"]!.AsArray().Count(m => (string)m!["professional"]!["id"]! == TeamStory.Id(1)).ShouldBe(2);
        var past = await story.Coordinator.AskAsync("query($id: ID!, $on: DateTime) { careRecord(id: $id) { team(onDate: $on) { inForce professional { id } } } }", new { id, on = start.AddDays(6) });
        past.Data!["careRecord"]!["team"]!.AsArray().Count(m => (bool)m!["inForce"]!).ShouldBe(3);
    }

    [Fact]
    public async Task Given_a_role_that_changed_When_asked_for_the_day_before_Then_the_role_of_that_day()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("joinCareTeam", Join(id, 1, role: "CORRESPONDENT"));
        platform.Clock.Advance(TimeSpan.FromDays(2));
        var before = Now.AddDays(-1);
        await story.RunAsync("joinCareTeam", Join(id, 1, role: "PRINCIPAL_PHYSICIAN"));
        var (team, past) = (await story.TeamAsync(id), await story.TeamAsync(id, onDate: before));
        ((string)team["members"]![0]!["roleCode"]!, (string)past["members"]![0]!["roleCode"]!).ShouldBe(("PCP", "CORRE"));
        ((string)team["physician"]!["id"]!).ShouldBe(TeamStory.Id(1));
        past["physician"].ShouldBeNull();
    }

    [Fact]
    public async Task Given_two_who_saw_the_same_team_When_they_change_different_members_at_once_Then_both_stand()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("joinCareTeam", Join(id, 1));
        var seen = (int)(await story.TeamAsync(id))["version"]!;
        var answers = await Task.WhenAll(Enumerable.Range(2, 8).Select(who => story.RunAsync("joinCareTeam", Join(id, who, seen))));
        answers.Select(TeamStory.Codes).ShouldAllBe(c => c == "");
        var team = await story.TeamAsync(id);
        (TeamStory.InForce(team), (int)team["version"]!).ShouldBe(("1,2,3,4,5,6,7,8,9", seen + 8));
    }

    [Fact]
    public async Task Given_two_who_saw_the_same_team_When_they_change_the_same_member_at_once_Then_one_is_told_what_changed()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("joinCareTeam", Join(id, 1));
        var seen = (int)(await story.TeamAsync(id))["version"]!;
        string[] bases = ["SAME_STRUCTURE", "ORGANISED_GROUP", "CONSENT"];
        var answers = await Task.WhenAll(bases.Select(basis => story.RunAsync("joinCareTeam", Join(id, 1, seen, basis: basis))));
        answers.Count(a => TeamStory.Codes(a) == "").ShouldBe(1);
        foreach (var lost in answers.Where(a => TeamStory.Codes(a) != ""))
        {
            var error = lost["errors"]!.AsArray().ShouldHaveSingleItem()!;
            ((string)error["code"]!, (int)error["currentVersion"]!).ShouldBe(("CONCURRENT_CHANGE", seen + 1));
            var change = error["changes"]!.AsArray().ShouldHaveSingleItem()!;
            ((string)change["type"]!, (string)change["label"]!, (string)change["author"]!).ShouldBe(("membership_changed", "Rôle ou fondement modifié dans l'équipe", "Claire Demoncourt"));
        }
    }

    [Fact]
    public async Task Given_a_change_sent_again_or_of_a_version_to_come_When_others_changed_since_Then_its_first_result_or_a_conflict()
    {
        var id = await story.FollowAsync();
        var input = new { recordId = id, professional = TeamStory.Id(1), role = "TEAM_MEMBER", basis = "CONSENT", commandId = Guid.NewGuid(), expectedVersion = 0 };
        TeamStory.Codes(await story.RunAsync("joinCareTeam", input)).ShouldBe("");
        await story.RunAsync("leaveCareTeam", new { recordId = id, professional = TeamStory.Id(1), reason = "ENDED" });
        TeamStory.Codes(await story.RunAsync("joinCareTeam", input)).ShouldBe("");
        TeamStory.InForce(await story.TeamAsync(id)).ShouldBe("");
        TeamStory.Codes(await story.RunAsync("joinCareTeam", Join(id, 2, 99))).ShouldBe("CONCURRENT_CHANGE");
    }

    [Fact]
    public async Task Given_two_physicians_who_come_at_once_When_nobody_saw_the_other_Then_one_is_the_medecin_traitant()
    {
        var id = await story.FollowAsync();
        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(who => story.RunAsync("joinCareTeam", Join(id, who, 0, "PRINCIPAL_PHYSICIAN"))));
        answers.Select(TeamStory.Codes).Order().ShouldBe(["", "PRINCIPAL_PHYSICIAN_EXISTS", "PRINCIPAL_PHYSICIAN_EXISTS", "PRINCIPAL_PHYSICIAN_EXISTS"]);
    }

    [Fact]
    public async Task Given_a_member_who_is_away_When_replaced_Then_the_other_reads_until_the_day_And_no_longer()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("joinCareTeam", Join(id, 1));
        TeamStory.Codes(await story.RunAsync("replaceMember", new { recordId = id, replaced = TeamStory.Id(1), professional = TeamStory.Id(2), until = Now.AddDays(7) })).ShouldBe("");
        var team = await story.TeamAsync(id, client: platform.Client(story.Subject(Role.Nurse, 2)));
        (TeamStory.InForce(team), (string)team["members"]![1]!["replaces"]!["id"]!).ShouldBe(("1,2", TeamStory.Id(1)));
        platform.Clock.Advance(TimeSpan.FromDays(8));
        (await ReadsAsync(platform.Client(story.Subject(Role.Nurse, 2)), id)).ShouldBeFalse();
        TeamStory.InForce(await story.TeamAsync(id)).ShouldBe("1");
    }

    [Fact]
    public async Task Given_a_structure_of_the_team_When_it_names_its_professionals_Then_only_those_read()
    {
        var id = await story.FollowAsync();
        var (first, second, outsider) = (platform.Client(story.Subject(Role.Nurse, 11)), platform.Client(story.Subject(Role.HomeCare, 12)), platform.Client(story.Subject(Role.Nurse, 13)));
        TeamStory.Codes(await story.RunAsync("joinStructure", new { recordId = id, structure = "470000000", role = "TEAM_MEMBER", basis = "ORGANISED_GROUP" })).ShouldBe("UNKNOWN_STRUCTURE");
        TeamStory.Codes(await story.RunAsync("joinStructure", new { recordId = id, structure = "x", role = "TEAM_MEMBER", basis = "ORGANISED_GROUP" })).ShouldBe("FINESS");
        TeamStory.Codes(await story.RunAsync("joinStructure", new { recordId = id, structure = TeamStory.Structure, role = "TEAM_MEMBER", basis = "ORGANISED_GROUP" })).ShouldBe("");
        foreach (var client in new[] { first, second, outsider }) (await ReadsAsync(client, id)).ShouldBeFalse();
        TeamStory.Codes(await NameAsync(11, null)).ShouldBe("");
        (await ReadsAsync(first, id)).ShouldBeTrue();
        TeamStory.Codes(await NameAsync(12, first)).ShouldBe("");
        (await ReadsAsync(second, id)).ShouldBeTrue();
        (await ReadsAsync(outsider, id)).ShouldBeFalse();
        var structure = (await story.TeamAsync(id))["structures"]!.AsArray().ShouldHaveSingleItem()!;
        (structure["named"]!.AsArray().Count, (string)structure["name"]!).ShouldBe((2, "Centre hospitalier d'essai"));

        TeamStory.Codes(await story.RunAsync("removeStructureProfessional", new { recordId = id, structure = TeamStory.Structure, professional = TeamStory.Id(11) })).ShouldBe("");
        (await ReadsAsync(first, id)).ShouldBeFalse();
        (await ReadsAsync(second, id)).ShouldBeTrue();
        await story.RunAsync("leaveStructure", new { recordId = id, structure = TeamStory.Structure, reason = "ENDED" });
        (await ReadsAsync(second, id)).ShouldBeFalse();
        TeamStory.Codes(await story.RunAsync("leaveStructure", new { recordId = id, structure = TeamStory.Structure, reason = "ENDED" })).ShouldBe("NOT_A_TEAM_STRUCTURE");

        Task<JsonNode> NameAsync(int who, HttpClient? client) =>
            story.RunAsync("nameStructureProfessional", new { recordId = id, structure = TeamStory.Structure, professional = TeamStory.Id(who) }, client);
    }

    [Fact]
    public async Task Given_a_relative_When_recorded_changed_and_removed_Then_sealed_in_the_log_And_read_by_the_team()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("joinCareTeam", Join(id, 1));
        TeamStory.Codes(await story.RunAsync("recordRelative", Relative(id, "CANARYRELATIVE", null))).ShouldBe("");
        var relative = (await story.TeamAsync(id, client: platform.Client(story.Subject(Role.Nurse, 1))))["relatives"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)relative["name"]!, (string)relative["phone"]!, (string)relative["roleCode"]!, relative["days"]!.ToJsonString()).ShouldBe(("CANARYRELATIVE", "0553000001", "CAREGIVER", "[\"MONDAY\",\"SUNDAY\"]"));
        (await platform.ScalarAsync<long>("select count(*) from mt_events where data::text like '%CANARYRELATIVE%'")).ShouldBe(0);
        TeamStory.Codes(await story.RunAsync("recordRelative", Relative(id, "Anne", (string)relative["id"]!))).ShouldBe("");
        ((string)(await story.TeamAsync(id))["relatives"]![0]!["name"]!).ShouldBe("Anne");
        TeamStory.Codes(await story.RunAsync("recordRelative", Relative(id, "Anne", Guid.NewGuid().ToString()))).ShouldBe("RELATIVE_NOT_FOUND");
        TeamStory.Codes(await story.RunAsync("recordRelative", Relative(id, "", null))).ShouldNotBe("");
        await story.RunAsync("removeRelative", new { recordId = id, relativeId = (string)relative["id"]! });
        ((bool)(await story.TeamAsync(id))["relatives"]![0]!["inForce"]!).ShouldBeFalse();

        static object Relative(string id, string name, string? relative) =>
            new { recordId = id, relativeId = relative, name, phone = "0553000001", tie = "CHILD", role = "CAREGIVER", days = new[] { "SUNDAY", "MONDAY" } };
    }

    private static async Task<bool> ReadsAsync(HttpClient client, string id) => (await client.AskAsync("query($id: ID!) { careRecord(id: $id) { id } }", new { id })).Data!["careRecord"] is not null;
}
