using Coordination.Domain.Directory;
using Coordination.Tests.CareTeam;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Journeys;

/// <summary>Consent and opposition, from the statement to what others read (DOMAIN §5.8).</summary>
public sealed class ConsentJourneySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private readonly TeamStory story = new(platform);

    [Fact]
    [Trait(Criteria.Name, "5.8 AC1")]
    public async Task Given_a_team_and_somebody_outside_it_When_the_consent_outside_the_team_is_taken_back_Then_only_the_one_outside_reads_no_more_and_is_told_why()
    {
        var id = await story.FollowAsync();
        var (inside, outside) = (await JoinAsync(id, 1, "RECOGNISED_BY_PERSON"), await JoinAsync(id, 2, "CONSENT"));
        (await ReadsAsync(outside, id)).ShouldBeFalse("a consent that nobody stated is none");
        await ConsentAsync("recordConsent", "RecordConsentInput", new { recordId = id, scope = "OUTSIDE_TEAM", means = "WRITTEN", on = "2026-11-23" });
        (await ReadsAsync(inside, id), await ReadsAsync(outside, id)).ShouldBe((true, true));

        await ConsentAsync("withdrawConsent", "ScopeInput", new { recordId = id, scope = "OUTSIDE_TEAM" });
        (await ReadsAsync(inside, id), await ReadsAsync(outside, id)).ShouldBe((true, false));
        var told = (await outside.AskAsync("query($id: ID!) { accessTo(id: $id) { permitted rule message } }", new { id })).Data!["accessTo"]!;
        ((bool)told["permitted"]!, (string)told["rule"]!).ShouldBe((false, "CONSENT_MISSING"));
        ((string)told["message"]!).ShouldNotBeEmpty();
    }

    private async Task<HttpClient> JoinAsync(string id, int number, string basis)
    {
        var client = platform.Client(story.Subject(Role.Nurse, number));
        TeamStory.Codes(await story.RunAsync("inviteToTeam", new { recordId = id, professional = TeamStory.Id(number), role = "TEAM_MEMBER", basis })).ShouldBe("");
        var invitation = (string)(await client.AskAsync("{ myInvitations { nodes { id } } }")).Data!["myInvitations"]!["nodes"]![0]!["id"]!;
        TeamStory.Codes(await story.MutateAsync("acceptInvitation", new { id = invitation }, "invitation", client)).ShouldBe("");
        return client;
    }

    private async Task ConsentAsync(string verb, string input, object i)
    {
        var answer = await story.Coordinator.AskAsync($"mutation($i: {input}!) {{ {verb}(input: $i) {{ errors {{ ... on Error {{ code }} }} }} }}", new { i });
        answer.Data![verb]!["errors"].ShouldBeNull(answer.Text);
    }

    private static async Task<bool> ReadsAsync(HttpClient client, string id) =>
        (await client.AskAsync("query($id: ID!) { careRecord(id: $id) { id } }", new { id })).Data!["careRecord"] is not null;
}
