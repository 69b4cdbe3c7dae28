using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Tests.Harness;

namespace Coordination.Tests.GraphQL;

/// <summary>What a hospital announces of somebody without a record: a request for support, and no record.</summary>
public sealed class SupportRequestStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Announce = """
        mutation($input: AnnounceDischargeInput!) { announceDischarge(input: $input) { receipt { discharge { id } request { id urgency information subject { birthName phone } commune { name }
            needs serviceContact receipt { sentBy { id } } } } errors { __typename ... on Error { code message } ... on InvalidInputError { field rule } } } }
        """;

    private readonly HttpClient hospital = platform.Client(DemoUsers.All["social-worker"]);
    private readonly HttpClient coordinator = platform.Client(DemoUsers.All["coordinator"]);

    private static int _number;

    private string Ipp { get; } = $"{6_000_000 + Interlocked.Increment(ref _number)}";

    private Dictionary<string, object?> Input(double hours = 30, string information = "INFORMED") => new()
    {
        ["patient"] = new { ipp = Ipp, birthName = "LACANAU", givenNames = new[] { "Odette" }, birthDate = "1938-02-03", sex = "FEMALE", phone = "05 53 00 00 01" },
        ["commune"] = "47001",
        ["expectedAt"] = platform.Clock.GetUtcNow().AddHours(hours),
        ["dateReliability"] = "ANNOUNCED",
        ["destination"] = "HOME",
        ["needs"] = new[] { "NURSING" },
        ["serviceContact"] = "Médecine B",
        ["information"] = information,
    };

    [Fact]
    public async Task Given_somebody_without_a_record_When_announced_Then_a_request_is_in_the_queue_and_no_record_is_open()
    {
        var before = await platform.ScalarAsync<long>("select count(*) from mt_events where type = 'care_record_opened'");
        var receipt = (await hospital.AskAsync(Announce, new { input = Input() })).Data!["announceDischarge"]!["receipt"]!;
        receipt["discharge"].ShouldBeNull();
        var request = receipt["request"]!;
        ((string)request["urgency"]!).ShouldBe("URGENT");
        ((string)request["subject"]!["birthName"]!).ShouldBe("LACANAU");
        ((string)request["commune"]!["name"]!).ShouldBe("Agen");
        ((string)request["serviceContact"]!).ShouldBe("Médecine B");
        (await platform.ScalarAsync<long>("select count(*) from mt_events where type = 'care_record_opened'")).ShouldBe(before);

        var queue = await coordinator.AskAsync("{ requests(first: 200) { nodes { id status origin establishment { finess } information } } }");
        var row = queue.Data!["requests"]!["nodes"]!.AsArray().Single(n => (string)n!["id"]! == (string)request["id"]!)!;
        ((string)row["origin"]!).ShouldBe("HOSPITAL_SOCIAL_SERVICE");
        ((string)row["information"]!).ShouldBe("INFORMED");
        (await hospital.AskAsync("{ discharges { nodes { subject { birthName } } } }")).Text.ShouldNotContain("LACANAU");
    }

    [Fact]
    public async Task Given_a_person_who_opposes_When_announced_Then_nothing_that_names_her_leaves_the_hospital()
    {
        var answer = await hospital.AskAsync(Announce, new { input = Input(information: "OPPOSED") });
        var request = answer.Data!["announceDischarge"]!["receipt"]!["request"]!;
        request["subject"].ShouldBeNull();
        request["serviceContact"].ShouldBeNull();
        await platform.SettleAsync();
        foreach (var table in new[] { "mt_events", "support_request_v2", "establishment_request_v2", "wolverine_incoming_envelopes" })
            (await platform.ScalarAsync<long>($"select count(*) from {table} t where t::text like '%LACANAU%' or t::text like '%{Ipp}%'")).ShouldBe(0, table);
    }

    [Fact]
    public async Task Given_a_person_who_opposes_When_announced_without_any_identity_Then_it_is_accepted()
    {
        var input = Input(information: "OPPOSED");
        input["patient"] = null;
        (await hospital.AskAsync(Announce, new { input })).Data!["announceDischarge"]!["receipt"]!["request"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_a_request_When_said_again_for_the_same_day_Then_it_is_the_same_one_and_the_person_is_registered_once()
    {
        var first = (await hospital.AskAsync(Announce, new { input = Input() })).Data!["announceDischarge"]!["receipt"]!["request"]!;
        var again = Input();
        again["needs"] = new[] { "NURSING", "MEALS" };
        var second = (await hospital.AskAsync(Announce, new { input = again })).Data!["announceDischarge"]!["receipt"]!["request"]!;
        ((string)second["id"]!).ShouldBe((string)first["id"]!);
        second["needs"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_request_When_seen_taken_and_withdrawn_Then_each_side_sees_it_and_a_second_taker_is_told_by_whom()
    {
        var id = (string)(await hospital.AskAsync(Announce, new { input = Input(2) })).Data!["announceDischarge"]!["receipt"]!["request"]!["id"]!;
        await coordinator.AskAsync("mutation($id: ID!) { markAnnouncementSeen(input: { id: $id }) { errors { ... on Error { code } } } }", new { id });
        const string Take = "mutation($id: ID!) { takeRequest(input: { id: $id }) { request { status } errors { ... on Error { code message } } } }";
        ((string)(await coordinator.AskAsync(Take, new { id })).Data!["takeRequest"]!["request"]!["status"]!).ShouldBe("TAKEN");
        var other = (await platform.Client(PlatformFixture.OtherCoordinator).AskAsync(Take, new { id })).Data!["takeRequest"]!["errors"]![0]!;
        ((string)other["code"]!).ShouldBe("SUPPORT_REQUEST_ALREADY_TAKEN");
        ((string)other["message"]!).ShouldContain("Claire Demoncourt");
        await platform.SettleAsync();
        var seen = (await hospital.AskAsync("query($id: ID!) { request(id: $id) { urgency receipt { seenBy { displayName } takenBy { displayName } } } }", new { id })).Data!["request"]!;
        ((string)seen["urgency"]!).ShouldBe("CRITICAL");
        ((string)seen["receipt"]!["takenBy"]!["displayName"]!).ShouldBe("Claire Demoncourt");
        var withdrawn = await hospital.AskAsync("mutation($id: ID!) { withdrawAnnouncement(input: { id: $id, reason: \"Retour différé\" }) { receipt { request { status } } errors { ... on Error { code } } } }", new { id });
        ((string)withdrawn.Data!["withdrawAnnouncement"]!["receipt"]!["request"]!["status"]!).ShouldBe("WITHDRAWN");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Given_a_record_that_does_not_allow_it_When_announced_Then_the_answer_is_the_same_as_without_one(bool opposed, bool suspended)
    {
        await platform.FollowAsync(Ipp, Story.Traits("LACANAU", "ODETTE") with { BirthDate = new(1938, 2, 3) }, opposed: opposed ? SharingScope.HospitalAlerts : null, suspended: suspended);
        var receipt = (await hospital.AskAsync(Announce, new { input = Input() })).Data!["announceDischarge"]!["receipt"]!;
        receipt["discharge"].ShouldBeNull();
        receipt["request"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_a_mistyped_number_When_the_birth_date_differs_Then_the_followed_person_is_not_touched()
    {
        await platform.FollowAsync(Ipp, Story.Traits());
        var receipt = (await hospital.AskAsync(Announce, new { input = Input() })).Data!["announceDischarge"]!["receipt"]!;
        receipt["discharge"].ShouldBeNull();
    }

    [Theory]
    [InlineData("commune", "33063", "COMMUNE_NOT_COVERED", "commune")]
    [InlineData("commune", "99999", "COMMUNE_NOT_COVERED", "commune")]
    [InlineData("commune", "x", "INVALID_INPUT", "commune")]
    [InlineData("patient", null, "INVALID_INPUT", "patient")]
    [InlineData("dateReliability", "ESTIMATED_AT_ADMISSION", "INVALID_INPUT", "dateReliability")]
    [InlineData("destination", "DEATH", "INVALID_INPUT", "destination")]
    [InlineData("birthName", "", "INVALID_INPUT", "birthName")]
    [InlineData("birthName", "<b>", "INVALID_INPUT", "birthName")]
    [InlineData("givenNames", null, "INVALID_INPUT", "givenNames")]
    [InlineData("birthDate", "2027-01-01", "INVALID_INPUT", "birthDate")]
    [InlineData("birthDate", "1890-01-01", "INVALID_INPUT", "birthDate")]
    [InlineData("ins", "279035121518988", "INVALID_INPUT", "ins")]
    [InlineData("expectedAt", "2026-11-01T10:00:00Z", "DISCHARGE_DATE_PAST", null)]
    [InlineData("expectedAt", "2030-11-01T10:00:00Z", "INVALID_INPUT", "expectedAt")]
    public async Task Given_a_value_that_breaks_a_rule_When_announced_Then_field_and_rule_are_named_and_nothing_is_written(string field, string? value, string code, string? named)
    {
        var input = Input();
        if (field is "birthName" or "birthDate" or "ins" or "givenNames")
        {
            input["patient"] = new
            {
                ipp = Ipp,
                birthName = field == "birthName" ? value : "LACANAU",
                givenNames = field == "givenNames" ? Array.Empty<string>() : ["Odette"],
                birthDate = field == "birthDate" ? value : "1938-02-03",
                sex = "FEMALE",
                ins = field == "ins" ? value : null,
            };
        }
        else
        {
            input[field] = value;
        }

        // What follows from the tests before is done.
        await platform.SettleAsync();
        var before = await platform.ScalarAsync<long>("select count(*) from mt_events");
        var answer = await hospital.AskAsync(Announce, new { input });
        var error = answer.Data!["announceDischarge"]!["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)error["code"]!).ShouldBe(code);
        if (named is not null && code == "INVALID_INPUT") ((string)error["field"]!).ShouldBe(named);
        (await platform.ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(before);
    }

    [Fact]
    public async Task Given_the_route_of_a_commune_When_asked_on_a_working_morning_and_at_night_Then_it_says_whether_the_DAC_answers()
    {
        const string Route = "{ announcementRoute(commune: \"47001\") { territory open closedUntil recipients } none: announcementRoute(commune: \"33063\") { open } }";
        var morning = (await hospital.AskAsync(Route)).Data!;
        ((bool)morning["announcementRoute"]!["open"]!).ShouldBeTrue();
        morning["none"].ShouldBeNull();
    }
}
