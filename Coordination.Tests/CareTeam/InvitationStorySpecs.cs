using System.Text.Json.Nodes;
using Coordination.Domain.Directory;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.CareTeam;

/// <summary>Invitations over HTTP: sent, answered, run out, withdrawn; to a professional and to a structure.</summary>
public sealed class InvitationStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly TeamStory story = new(platform);

    private HttpClient Nurse => platform.Client(story.Subject(Role.Nurse, 1));

    private static object To(string id, int who, DateTimeOffset? expiresAt = null, string role = "TEAM_MEMBER") =>
        new { recordId = id, professional = TeamStory.Id(who), role, basis = "RECOGNISED_BY_PERSON", expiresAt };

    [Fact]
    public async Task Given_an_invitation_When_read_by_the_invited_Then_no_name_And_after_acceptance_the_record()
    {
        var id = await story.FollowAsync();
        TeamStory.Codes(await story.RunAsync("inviteToTeam", To(id, 1))).ShouldBe("");
        var (answer, mine) = await MineAsync(Nurse);
        ((string)mine["described"]!, (string)mine["status"]!).ShouldBe(("O. M., né(e) en 1942, Agen", "SENT"));
        mine["record"].ShouldBeNull();
        answer.Text.ShouldNotContain("MARCHAND");
        (await ReadsAsync(Nurse, id)).ShouldBeFalse();
        TeamStory.Codes(await story.MutateAsync("acceptInvitation", new { id = (string)mine["id"]! }, "invitation", platform.Client(story.Subject(Role.Nurse, 2)))).ShouldBe("INVITATION_NOT_FOUND");

        TeamStory.Codes(await AcceptAsync(Nurse, mine)).ShouldBe("");
        TeamStory.Codes(await AcceptAsync(Nurse, mine)).ShouldBe("");
        (await ReadsAsync(Nurse, id)).ShouldBeTrue();
        TeamStory.InForce(await story.TeamAsync(id)).ShouldBe("1");
        ((string)(await MineAsync(Nurse)).Mine["record"]!["id"]!).ShouldBe(id);
        TeamStory.Codes(await story.MutateAsync("withdrawInvitation", new { id = (string)mine["id"]! }, "invitation")).ShouldBe("INVITATION_ANSWERED");
    }

    [Fact]
    public async Task Given_an_invitation_When_declined_Then_the_dac_reads_why_And_it_is_awaited_no_longer()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("inviteToTeam", To(id, 1));
        (await AwaitedAsync()).ShouldBe(1);
        var (_, mine) = await MineAsync(Nurse);
        TeamStory.Codes(await story.MutateAsync("declineInvitation", new { id = (string)mine["id"]!, reason = " " }, "invitation", Nurse)).ShouldNotBe("");
        TeamStory.Codes(await story.MutateAsync("declineInvitation", new { id = (string)mine["id"]!, reason = "Tournée complète" }, "invitation", Nurse)).ShouldBe("");
        (await AwaitedAsync()).ShouldBe(0);
        var sent = (await story.Coordinator.AskAsync("query($id: ID!) { careRecord(id: $id) { invitations { status refusal answeredBy { id } by } } }", new { id })).Data!["careRecord"]!["invitations"]![0]!;
        ((string)sent["status"]!, (string)sent["refusal"]!, (string)sent["answeredBy"]!["id"]!, (string)sent["by"]!).ShouldBe(("DECLINED", "Tournée complète", TeamStory.Id(1), "Claire Demoncourt"));
        TeamStory.Codes(await AcceptAsync(Nurse, mine)).ShouldBe("INVITATION_ANSWERED");
    }

    [Fact]
    public async Task Given_nobody_who_answers_When_fifteen_days_have_passed_Then_it_ran_out_by_itself_And_is_in_the_list_of_those()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("inviteToTeam", To(id, 1));
        await story.RunAsync("inviteToTeam", To(id, 2, platform.Clock.GetUtcNow().AddDays(40)));
        var (_, mine) = await MineAsync(Nurse);
        platform.Clock.Advance(TimeSpan.FromDays(15));
        ((string)(await MineAsync(Nurse)).Mine["status"]!).ShouldBe("RAN_OUT");
        (await AwaitedAsync("ranOut: true"), await AwaitedAsync("ranOut: false"), await AwaitedAsync()).ShouldBe((1, 1, 2));
        TeamStory.Codes(await AcceptAsync(Nurse, mine)).ShouldBe("INVITATION_RAN_OUT");
        (await CountMineAsync("open: true"), await CountMineAsync("open: false")).ShouldBe((0, 1));
        TeamStory.InForce(await story.TeamAsync(id)).ShouldBe("");
    }

    [Fact]
    public async Task Given_an_invitation_When_withdrawn_Or_the_person_excludes_the_professional_Then_the_invited_sees_it_no_longer()
    {
        var id = await story.FollowAsync();
        await story.RunAsync("inviteToTeam", To(id, 1));
        var (_, mine) = await MineAsync(Nurse);
        TeamStory.Codes(await story.MutateAsync("withdrawInvitation", new { id = (string)mine["id"]! }, "invitation")).ShouldBe("");
        (await CountMineAsync("")).ShouldBe(0);
        TeamStory.Codes(await AcceptAsync(Nurse, mine)).ShouldBe("INVITATION_NOT_FOUND");
        await story.RunAsync("inviteToTeam", To(id, 1));
        (await CountMineAsync("")).ShouldBe(1);
        await story.Coordinator.AskAsync("mutation($i: ProfessionalInput!) { excludeProfessional(input: $i) { errors { ... on Error { code } } } }", new { i = new { recordId = id, professional = TeamStory.Id(1) } });
        (await CountMineAsync("")).ShouldBe(0);
        TeamStory.Codes(await story.RunAsync("inviteToTeam", To(id, 1))).ShouldBe("EXCLUDED_BY_PERSON");
    }

    [Fact]
    public async Task Given_an_invitation_that_awaits_its_answer_When_the_same_is_invited_Then_refused_And_once_it_is_over_a_new_one_goes()
    {
        var id = await story.FollowAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => story.RunAsync("inviteToTeam", To(id, 1))));
        sent.Select(TeamStory.Codes).Order().ShouldBe(["", "INVITATION_OPEN", "INVITATION_OPEN", "INVITATION_OPEN"]);
        (await CountMineAsync("")).ShouldBe(1);
        TeamStory.Codes(await story.RunAsync("inviteToTeam", To(id, 2))).ShouldBe("", "somebody else");
        platform.Clock.Advance(TimeSpan.FromDays(16));
        TeamStory.Codes(await story.RunAsync("inviteToTeam", To(id, 1))).ShouldBe("", "the first one ran out");
        TeamStory.Codes(await story.RunAsync("inviteToTeam", To(id, 1))).ShouldBe("INVITATION_OPEN");
    }

    [Fact]
    public async Task Given_an_invited_structure_When_one_who_works_there_accepts_Then_it_is_a_member_and_names_him()
    {
        var id = await story.FollowAsync();
        await story.EmployAsync(5, "10000000017");
        var employee = platform.Client(story.Subject(Role.HomeCare, 5));
        TeamStory.Codes(await story.RunAsync("inviteToTeam", new { recordId = id, structure = TeamStory.Structure, role = "TEAM_MEMBER", basis = "ORGANISED_GROUP" })).ShouldBe("");
        TeamStory.Codes(await story.RunAsync("inviteToTeam", new { recordId = id, role = "TEAM_MEMBER", basis = "CONSENT" })).ShouldBe("PROFESSIONAL_OR_STRUCTURE");
        (await CountMineAsync("")).ShouldBe(0, "the nurse does not work there");
        var (_, mine) = await MineAsync(employee);
        ((string)mine["structureName"]!).ShouldBe("Centre hospitalier d'essai");
        TeamStory.Codes(await AcceptAsync(employee, mine)).ShouldBe("");
        (await ReadsAsync(employee, id)).ShouldBeTrue();
        var structure = (await story.TeamAsync(id))["structures"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)structure["named"]!.AsArray().ShouldHaveSingleItem()!["professional"]!["id"]!, (bool)structure["inForce"]!).ShouldBe((TeamStory.Id(5), true));
    }

    [Fact]
    public async Task Given_two_invited_as_medecin_traitant_When_both_accept_at_once_Then_one_is_And_the_other_is_told()
    {
        var id = await story.FollowAsync();
        foreach (var who in new[] { 1, 2 }) await story.RunAsync("inviteToTeam", To(id, who, role: "PRINCIPAL_PHYSICIAN"));
        var answers = await Task.WhenAll(new[] { 1, 2 }.Select(async who =>
        {
            var client = platform.Client(story.Subject(Role.Gp, who));
            return TeamStory.Codes(await AcceptAsync(client, (await MineAsync(client)).Mine));
        }));
        answers.Order().ShouldBe(["", "PRINCIPAL_PHYSICIAN_EXISTS"]);
        // Who was told so has not answered: nothing of it was written.
        (await AwaitedAsync()).ShouldBe(1);
    }

    private Task<JsonNode> AcceptAsync(HttpClient client, JsonNode mine) => story.MutateAsync("acceptInvitation", new { id = (string)mine["id"]! }, "invitation", client);

    private static async Task<(Answer Answer, JsonNode Mine)> MineAsync(HttpClient client)
    {
        var answer = await client.AskAsync("{ myInvitations { totalCount nodes { id status described structureName expiresAt record { id } } } }");
        answer.Code.ShouldBeNull(answer.Text);
        return (answer, answer.Data!["myInvitations"]!["nodes"]!.AsArray()[0]!);
    }

    private async Task<int> CountMineAsync(string arguments) =>
        (int)(await Nurse.AskAsync($"{{ myInvitations{(arguments.Length == 0 ? "" : $"({arguments})")} {{ totalCount }} }}")).Data!["myInvitations"]!["totalCount"]!;

    private async Task<int> AwaitedAsync(string arguments = "first: 10") =>
        (int)(await story.Coordinator.AskAsync($"{{ invitationsAwaited({arguments}) {{ totalCount nodes {{ described record {{ id }} }} }} }}")).Data!["invitationsAwaited"]!["totalCount"]!;

    private static async Task<bool> ReadsAsync(HttpClient client, string id) => (await client.AskAsync("query($id: ID!) { careRecord(id: $id) { id } }", new { id })).Data!["careRecord"] is not null;
}
