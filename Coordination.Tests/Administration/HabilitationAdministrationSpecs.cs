using System.Text.Json.Nodes;
using Coordination.Api.Directory;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Administration;

/// <summary>Who may act in a territory, as its administrator decides it.</summary>
public sealed class HabilitationAdministrationSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Listed = "{ administration { habilitations { id identity displayName role inForce reason } } }";

    private static Subject Admin(string territory) => DemoUsers.All["admin"] with { Territory = new(territory) };

    private async Task<JsonNode> GrantAsync(Subject admin, string fields)
    {
        var answer = await platform.Client(admin).AskAsync($"mutation {{ grantHabilitation(input: {{ {fields} }}) {{ habilitation {{ id displayName inForce }} errors {{ ... on InvalidInputError {{ code field rule }} ... on RppsClaimedError {{ code field }} }} }} }}");
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data!["grantHabilitation"]!;
    }

    private async Task<JsonNode> EndAsync(Subject admin, string id)
    {
        var answer = await platform.Client(admin).AskAsync("mutation($id: ID!) { endHabilitation(input: { id: $id, reason: \"Départ\" }) { habilitation { inForce reason } errors { ... on HabilitationNotFoundError { code } ... on LastAdministratorError { code } } } }", new { id });
        answer.Code.ShouldBeNull(answer.Text);
        return answer.Data!["endHabilitation"]!;
    }

    private async Task<JsonArray> ListAsync(Subject admin) => (await platform.Client(admin).AskAsync(Listed)).Data!["administration"]!["habilitations"]!.AsArray();

    [Fact]
    public async Task Given_one_administrator_When_her_own_is_ended_Then_it_is_refused_until_there_is_another()
    {
        var admin = Admin(Story.NewTerritory());
        var own = (string)(await ListAsync(admin)).ShouldHaveSingleItem()!["id"]!;
        ((string)(await EndAsync(admin, own))["errors"]![0]!["code"]!).ShouldBe("LAST_ADMINISTRATOR");
        var other = (await GrantAsync(admin, $"identity: \"psc:{Guid.NewGuid():N}\", role: ADMIN, organization: \"DAC\", displayName: \"Autre\", until: \"2026-12-01T00:00:00Z\""))["habilitation"]!;
        ((bool)other["inForce"]!).ShouldBeTrue();
        ((string)(await EndAsync(admin, own))["errors"]![0]!["code"]!).ShouldBe("LAST_ADMINISTRATOR");
        (await GrantAsync(admin, $"identity: \"psc:{Guid.NewGuid():N}\", role: ADMIN, organization: \"DAC\", displayName: \"Autre encore\""))["errors"].ShouldBeNull();
        (await EndAsync(admin, own))["habilitation"]!.ToJsonString().ShouldBe("""{"inForce":false,"reason":"D\u00E9part"}""");
        // Rights change at once: her next request finds nobody habilitated.
        (await platform.Client(admin).AskAsync(Listed)).Data.ShouldBeNull();
    }

    [Fact]
    public async Task Given_two_territories_When_one_administers_Then_the_other_sees_and_ends_nothing_of_it()
    {
        var (mine, other) = (Admin(Story.NewTerritory()), Admin(Story.NewTerritory()));
        var granted = (await GrantAsync(mine, $"identity: \"psc:{Guid.NewGuid():N}\", role: IDENTITY, organization: \"DAC\", displayName: \"Canari\""))["habilitation"]!;
        (await ListAsync(other)).Select(h => (string)h!["displayName"]!).ShouldNotContain("Canari");
        ((string)(await EndAsync(other, (string)granted["id"]!))["errors"]![0]!["code"]!).ShouldBe("HABILITATION_NOT_FOUND");
        (await ListAsync(mine)).Single(h => (string)h!["displayName"]! == "Canari")!["inForce"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Given_an_rpps_number_When_it_is_granted_twice_Then_the_second_account_is_refused()
    {
        await platform.Get<DirectoryImport>().ImportAsync([], [new(Guid.NewGuid(), DirectoryFiles.RppsOf(700), "Ada ESSAI", "Infirmier", "Cabinet", null)], [], [], default);
        var (mine, other) = (Admin(Story.NewTerritory()), Admin(Story.NewTerritory()));
        string Fields(string identity) => $"identity: \"psc:{identity}\", role: NURSE, organization: \"Cabinet\", rpps: \"{DirectoryFiles.RppsOf(700)}\"";
        ((string)(await GrantAsync(mine, Fields("first")))["habilitation"]!["displayName"]!).ShouldBe("Ada ESSAI");
        ((string)(await GrantAsync(other, Fields("second")))["errors"]![0]!["code"]!).ShouldBe("RPPS_CLAIMED");
    }

    [Theory]
    [InlineData("identity: \"psc\", role: NURSE, organization: \"x\", displayName: \"x\"", "identity", "PROVIDER_AND_IDENTIFIER")]
    [InlineData("identity: \"psc:1\", role: SOCIAL_WORKER, organization: \"x\", displayName: \"x\"", "role", "ROLE_OF_TERRITORY")]
    [InlineData("identity: \"psc:1\", role: NURSE, organization: \"x\", rpps: \"10001234564\"", "rpps", "RPPS_KEY")]
    [InlineData("identity: \"psc:1\", role: NURSE, organization: \"x\", rpps: \"10001234565\"", "rpps", "NOT_IN_DIRECTORY")]
    [InlineData("identity: \"psc:1\", role: NURSE, organization: \"x\", displayName: \" \"", "displayName", "NotEmptyValidator")]
    [InlineData("identity: \"psc:1\", role: NURSE, organization: \"x\", displayName: \"x\", until: \"2026-01-01T00:00:00Z\"", "until", "NOT_BEFORE_START")]
    public async Task Given_a_bad_value_When_granted_Then_field_and_rule_are_named(string fields, string field, string rule)
    {
        var error = (await GrantAsync(Admin(Story.NewTerritory()), fields))["errors"]![0]!;
        ((string)error["field"]!, (string)error["rule"]!).ShouldBe((field, rule));
    }
}
