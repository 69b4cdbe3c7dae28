using Coordination.Domain.Alerts;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Alerts;
using Coordination.Projections.Discharge;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Exchange.Hl7.Intake;

/// <summary>What a hospital's feed may and may not do, over a real socket and a real database.</summary>
public sealed class IntakeSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static int number;
    private readonly string ipp = $"{Interlocked.Increment(ref number):0000000}";

    private static PersonTraits Traits(Ins? ins = null) =>
        new("DURAND", null, ["JEANNE"], Sex.Female, new(1942, 6, 1), "47990", null, new CommuneCode("47001"), ins, IdentityStatus.Qualified);

    private DemoMessage Message(string trigger) => new(trigger, ipp) { Visit = $"V{ipp}" };

    [Fact]
    public async Task Given_a_followed_person_When_her_discharge_is_announced_Then_one_alert_stands_with_its_cause()
    {
        var person = await platform.FollowAsync(ipp, Traits());
        (await platform.SendAsync(Message("A01").Bytes)).ShouldContain("MSA|AA|");
        (await platform.SendAsync((Message("A16") with { Expected = "20261127150000" }).Bytes)).ShouldContain("MSA|AA|");
        await platform.SettleAsync();

        var alert = (await AlertsOf(person)).ShouldHaveSingleItem();
        alert.Alert.Finding.RuleCode.ShouldBe("AL47");
        alert.Alert.Finding.Severity.ShouldBe(AlertSeverity.Vigilance);
        alert.Alert.Finding.DueAt.ShouldBe(new DateTimeOffset(2026, 11, 27, 14, 0, 0, TimeSpan.Zero));
        alert.Alert.Causes.ShouldHaveSingleItem().Alias.ShouldBe("discharge_announced");
        (await DispositionsAsync()).ShouldBe(["applied", "applied"]);
    }

    [Fact]
    public async Task Given_an_alert_When_less_than_a_day_is_left_Then_it_becomes_urgent_by_itself()
    {
        var person = await platform.FollowAsync(ipp, Traits());
        var expected = platform.Clock.GetUtcNow().AddHours(26);
        await platform.SendAsync((Message("A16") with { Expected = DemoMessage.Time(expected) }).Bytes);
        await platform.SettleAsync();
        (await AlertsOf(person)).Single().Alert.Finding.Severity.ShouldBe(AlertSeverity.Vigilance);

        platform.Clock.Advance(TimeSpan.FromHours(2));
        await platform.SettleAsync();
        (await AlertsOf(person)).Single().Alert.Finding.Severity.ShouldBe(AlertSeverity.Urgent);
    }

    [Fact]
    public async Task Given_an_announced_discharge_When_it_is_withdrawn_and_announced_again_Then_the_same_alert_resolves_and_reopens()
    {
        var person = await platform.FollowAsync(ipp, Traits());
        await platform.SendAsync((Message("A16") with { Expected = "20261127150000", Movement = "M1" }).Bytes);
        await platform.SettleAsync();
        await platform.SendAsync((Message("A25") with { Movement = "M1", Zbe4 = "CANCEL", Zbe6 = "A16" }).Bytes);
        await platform.SettleAsync();
        (await AlertsOf(person)).Single().Alert.Status.ShouldBe(AlertStatus.Resolved);

        await platform.SendAsync((Message("A16") with { Expected = "20261130100000" }).Bytes);
        await platform.SettleAsync();
        var alert = (await AlertsOf(person)).ShouldHaveSingleItem();
        alert.Alert.Status.ShouldBe(AlertStatus.Raised);
        alert.Alert.Causes.Select(c => c.Alias).ShouldBe(["discharge_announced", "discharge_announcement_withdrawn", "discharge_announced"]);
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, false, true)]
    public async Task Given_a_person_who_is_not_eligible_When_messages_come_Then_only_their_trace_stays(bool known, bool opposed, bool unknown, bool suspended = false)
    {
        if (known && !unknown) await platform.FollowAsync(ipp, Traits(), opposed: opposed ? SharingScope.HospitalAlerts : null, suspended: suspended);
        var ack = await platform.SendAsync((Message("A16") with { Expected = "20261127150000" }).Bytes);
        ack.ShouldContain("MSA|AA|");
        await platform.SettleAsync();
        (await DispositionsAsync()).ShouldBe(["trace"]);
        (await ScalarAsync<long>("select count(*) from hl7_message where sender || control_id || coalesce(problem, '') like '%DURAND%' or body is not null and disposition = 'trace'")).ShouldBe(0);
    }

    [Fact]
    public async Task Given_information_not_recorded_When_a_message_comes_Then_only_its_trace_stays_and_it_is_evaluated_anew_when_it_returns()
    {
        var message = (Message("A16") with { Expected = "20261127150000" }).Bytes;
        await platform.SendAsync(message);
        (await DispositionsAsync()).ShouldBe(["trace"]);
        var person = await platform.FollowAsync(ipp, Traits());
        await platform.SendAsync(message);
        await platform.SettleAsync();
        (await AlertsOf(person)).Count.ShouldBe(1);
        (await DispositionsAsync()).ShouldBe(["applied"]);
    }

    [Fact]
    public async Task Given_an_applied_message_When_it_is_sent_again_Then_the_answer_is_the_same_and_nothing_happens_twice()
    {
        var person = await platform.FollowAsync(ipp, Traits());
        var message = Message("A16") with { Expected = "20261127150000" };
        var first = await platform.SendAsync(message.Bytes);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => platform.SendAsync(message.Bytes)));
        answers.ShouldAllBe(a => a == first);
        (await platform.SendAsync((message with { Expected = "20261201150000" }).Bytes)).ShouldContain("ERR||MSH^1^10|205^");
        await platform.SettleAsync();
        (await AlertsOf(person)).Single().Alert.Causes.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_message_that_cannot_be_read_for_sure_Then_it_is_refused_and_waits_sealed_in_quarantine()
    {
        await platform.FollowAsync(ipp, Traits());
        var ack = await platform.SendAsync((Message("A16") with { WithMovement = false }).Bytes);
        ack.ShouldContain("MSA|AE|");
        ack.ShouldContain("|101^");
        ack.ShouldNotContain("DURAND");
        (await DispositionsAsync()).ShouldBe(["quarantined"]);
        var body = await ScalarAsync<byte[]>($"select body from hl7_message where control_id in ({Mine})");
        System.Text.Encoding.ASCII.GetString(body).ShouldNotContain("DURAND");
    }

    [Theory]
    [InlineData("2.3", "203")]
    [InlineData("9.9", "203")]
    public async Task Given_another_version_Then_it_is_rejected_and_only_its_trace_stays(string version, string code)
    {
        (await platform.SendAsync((Message("A01") with { Version = version }).Bytes)).ShouldContain($"|{code}^");
        (await DispositionsAsync()).ShouldBe(["trace"]);
    }

    [Fact]
    public async Task Given_a_withdrawal_without_announcement_Then_it_is_kept_and_parked()
    {
        await platform.FollowAsync(ipp, Traits());
        (await platform.SendAsync((Message("A25") with { Zbe4 = "CANCEL", Zbe6 = "A16" }).Bytes)).ShouldContain("MSA|AA|");
        (await DispositionsAsync()).ShouldBe(["parked"]);
        var operatorClient = platform.Client(Api.Security.Development.DemoUsers.All["interface"]);
        var answer = await operatorClient.AskAsync("{ parkedMessages(first: 200) { totalCount nodes { trigger link controlId receivedAt } } }");
        answer.Data!["parkedMessages"]!["nodes"]!.AsArray().ShouldContain(n => (string)n!["trigger"]! == "A25");
        answer.Text.ShouldNotContain("DURAND");
    }

    [Fact]
    public async Task Given_a_session_of_care_When_its_patient_leaves_Then_no_stay_is_opened()
    {
        var person = await platform.FollowAsync(ipp, Traits());
        await platform.SendAsync((Message("A01") with { Class = "R" }).Bytes);
        await using var session = platform.Get<DocumentStore>().QuerySession("dac-47");
        (await session.QueryAsync<DischargeView>("where person_id = $1", [person.Value])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_ward_and_a_legal_mode_in_the_message_Then_neither_is_in_any_event_or_view()
    {
        await platform.FollowAsync(ipp, Traits());
        await platform.SendAsync((Message("A16") with { Expected = "20261127150000", Ward = "WARDCANARY^ROOMCANARY^BEDCANARY", Extra = "ZFS|1|ZFSCANARY|20261101" }).Bytes);
        await platform.SettleAsync();
        (await DispositionsAsync()).ShouldBe(["applied"]);
        foreach (var table in new[] { "mt_events", "discharge_v1", "alert_v1", "establishment_discharge_v1", "wolverine_incoming_envelopes", "hl7_message" })
            (await ScalarAsync<long>($"select count(*) from {table} t where t::text ~ '(WARD|ROOM|BED|ZFS)CANARY' or t::text like '%DURAND%'")).ShouldBe(0, table);
    }

    [Fact]
    public async Task Given_a_validated_INS_When_the_birth_date_agrees_or_not_Then_only_the_agreeing_one_matches()
    {
        var matricule = $"242064799{number:0000}";
        var text = $"{matricule}{Ins.Key(matricule):00}";
        Ins.TryParse(text, "1.2.250.1.213.1.4.10", out var ins).ShouldBeTrue();
        var person = await platform.FollowAsync("OTHER" + ipp, Traits(ins));
        await platform.SendAsync((Message("A16") with { Expected = "20261127150000", Ins = text, BirthDate = "19420602" }).Bytes);
        await platform.SendAsync((Message("A16") with { Expected = "20261127150000", Ins = text, ControlId = "A" + ipp }).Bytes);
        await platform.SettleAsync();
        (await AlertsOf(person)).Count.ShouldBe(1);
    }

    private async Task<IReadOnlyList<AlertView>> AlertsOf(PersonId person, string rule = "AL47")
    {
        await using var session = platform.Get<DocumentStore>().QuerySession("dac-47");
        return await session.QueryAsync<AlertView>("where subject_id = $1 and rule_code = $2", [person.Value, rule]);
    }

    // Tests of a class run one after the other: each has a time of its own, by which its messages are told.
    private readonly DateTimeOffset began = Next(platform.Clock);

    private static DateTimeOffset Next(TestClock clock)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return clock.GetUtcNow();
    }

    private string Mine => $"select control_id from hl7_message where received_at >= '{began:O}'";

    private async Task<string[]> DispositionsAsync()
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand("select disposition from hl7_message where received_at >= $1 order by id");
        command.Parameters.Add(new NpgsqlParameter { Value = began });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return [.. found];
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
