using System.Text.Json;
using Coordination.Api.Security.Identity;

namespace Coordination.Tests.Security;

/// <summary>Who somebody is in the words of Pro Santé Connect and of Keycloak (INTEROP PSC-02 to PSC-05).</summary>
public sealed class ExternalIdentitySpecs
{
    private static readonly IdentityProvider Psc = new("psc", ClaimConvention.ProSanteConnect, "https://psc.example", "c", "s", "openid", null);
    private static readonly IdentityProvider Keycloak = new("structure", ClaimConvention.Keycloak, "https://idp.example", "c", "s", "openid", null);

    [Fact]
    public void Given_a_professional_When_psc_vouches_for_her_Then_the_national_identifier_is_her_key()
    {
        var who = Read(Psc, """
            {"sub":"f:1:x","SubjectNameID":"899700218896","preferred_username":"899700218896","given_name":"ALIX","family_name":"ESSAI","otherIds":[],
             "SubjectRefPro":{"exercices":[{"codeProfession":"60","activities":[{"raisonSocialeSite":"CABINET A"},{"raisonSocialeSite":""}]},{"activities":[{"raisonSocialeSite":"SERVICE B"}]}]}}
            """)!;
        (who.Key, who.NationalId, who.DisplayName).ShouldBe(("psc:899700218896", "899700218896", "ALIX ESSAI"));
        who.Workplaces.ShouldBe(["CABINET A", "SERVICE B"]);
    }

    [Theory]
    [InlineData("""{"sub":"f:1:x","SubjectNameID":""}""")]
    [InlineData("""{"sub":"f:1:x","SubjectNameID":"  ","SubjectRefPro":{"exercices":[]}}""")]
    [InlineData("""{"sub":"f:1:x","SubjectRefPro":{"exercices":[{"activities":[]}]}}""")]
    [InlineData("""{"sub":"f:1:x","SubjectNameID":7,"SubjectRefPro":""}""")]
    [InlineData("""{"sub":"f:1:x","SubjectRefPro":{"exercices":{"activities":[]}}}""")]
    [InlineData("""{"sub":"f:1:x","SubjectRefPro":{"exercices":["x",{"activities":[null,{"raisonSocialeSite":1}]}]}}""")]
    public void Given_claims_that_are_empty_or_oddly_formed_Then_they_are_absent_ones(string claims)
    {
        var who = Read(Psc, claims)!;
        who.Key.ShouldBe("psc:f:1:x");
        who.NationalId.ShouldBeNull();
        who.Workplaces.ShouldBeEmpty();
    }

    [Fact]
    public void Given_staff_outside_rpps_Then_the_name_of_the_account_is_the_key_And_roles_in_the_token_are_not_read()
    {
        var who = Read(Keycloak, """{"sub":"1b9d","preferred_username":"claire","name":"Claire Essai","realm_access":{"roles":["admin"]},"SubjectNameID":"899700218896"}""")!;
        (who.Key, who.NationalId, who.DisplayName).ShouldBe(("structure:claire", null, "Claire Essai"));
    }

    [Fact]
    public void Given_a_users_token_that_names_its_client_Then_the_user_is_not_taken_for_the_client() =>
        Read(Keycloak, """{"sub":"1b9d","client_id":"hospital-feed"}""")!.Key.ShouldBe("structure:1b9d");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sub":""}""")]
    [InlineData("""{"sub":null,"preferred_username":["claire"]}""")]
    [InlineData("""{"preferred_username":"cl\u0000aire"}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void Given_claims_that_name_nobody_Then_there_is_nobody(string claims) => Read(Keycloak, claims).ShouldBeNull();

    [Fact]
    public void Given_an_identifier_without_end_Then_there_is_nobody() => Read(Keycloak, JsonSerializer.Serialize(new { sub = new string('a', 201) })).ShouldBeNull();

    private static ExternalIdentity? Read(IdentityProvider provider, string claims) => ExternalIdentity.Read(provider, JsonDocument.Parse(claims).RootElement);
}
