using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.GraphQL;

/// <summary>When nothing may be raised, and what stops when it no longer may.</summary>
public sealed class NoAlertSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Theory]
    [InlineData("E")]
    [InlineData("O")]
    [InlineData("R")]
    [InlineData("N")]
    [InlineData("V")]
    public async Task Given_another_class_than_inpatient_When_admitted_announced_and_discharged_Then_no_alert(string patientClass)
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        foreach (var trigger in new[] { "A01", "A04", "A16", "A03" })
            (await story.SendAsync(new DemoMessage(trigger) { Class = patientClass, Expected = DemoMessage.Time(story.In(20)) })).ShouldContain("MSA|AA|");
        (await story.AlertsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_leave_When_the_person_goes_and_comes_back_Then_it_is_no_discharge()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync("A01");
        await story.SendAsync("A21", extra: "ZFM||0");
        await story.FindAsync();
        const string State = "query($id: ID!) { discharge(id: $id) { status onLeave } }";
        ((bool)(await story.AsCoordinatorAsync(State, new { id = story.Discharge }))["data"]!["discharge"]!["onLeave"]!).ShouldBeTrue();
        await story.SendAsync("A22");
        var state = (await story.AsCoordinatorAsync(State, new { id = story.Discharge }))["data"]!["discharge"]!;
        ((string)state["status"]!).ShouldBe("ADMITTED");
        ((bool)state["onLeave"]!).ShouldBeFalse();
        (await story.AlertsAsync()).ShouldBe(["AL05 VIGILANCE RAISED"]);
    }

    [Theory]
    [InlineData("ZFM||7||2", "REHABILITATION")]
    [InlineData("ZFM||7||1", "OTHER_HOSPITAL")]
    [InlineData("ZFM||7||3", "LONG_STAY")]
    [InlineData("ZFM||7||4", "PSYCHIATRY")]
    [InlineData("ZFM||8||7", "CARE_HOME")]
    public async Task Given_a_transfer_When_announced_and_done_Then_neither_AL47_nor_AL01_nor_AL02(string zfm, string destination)
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync("A16", story.In(20), zfm);
        await story.FindAsync();
        await story.AsCoordinatorAsync("mutation($id: ID!) { assessNeeds(input: { dischargeId: $id, needs: [NURSING] }) { errors { ... on Error { code } } } }", new { id = story.Discharge });
        await platform.SettleAsync();
        await story.SendAsync("A03", extra: zfm);
        (await story.AlertsAsync()).ShouldBeEmpty();
        var state = await story.AsCoordinatorAsync("query($id: ID!) { discharge(id: $id) { destination questions } }", new { id = story.Discharge });
        ((string)state["data"]!["discharge"]!["destination"]!).ShouldBe(destination);
        state["data"]!["discharge"]!["questions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_discharge_without_a_destination_When_it_took_place_Then_a_task_and_no_alarm()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync("A01");
        await story.SendAsync("A03");
        (await story.OpenAsync()).ShouldBe("");
        await story.FindAsync();
        var state = await story.AsHospitalAsync("query($id: ID!) { discharge(id: $id) { questions } }", new { id = story.Discharge });
        state["data"]!["discharge"]!["questions"]!.AsArray().Select(q => (string)q!).ShouldBe(["DESTINATION_UNKNOWN"]);
        var said = await story.AsHospitalAsync("mutation($id: ID!) { stateDestination(input: { dischargeId: $id, destination: REHABILITATION }) { discharge { questions } errors { ... on Error { code } } } }", new { id = story.Discharge });
        said["data"]!["stateDestination"]!["discharge"]!["questions"]!.AsArray().ShouldBeEmpty(said.ToJsonString());
    }

    [Theory]
    [InlineData("A03", "ZFM||9")]
    [InlineData("A31", "")]
    public async Task Given_open_alerts_When_the_person_dies_Then_every_alert_and_reminder_stops(string trigger, string extra)
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync("A01");
        await story.SendAsync("A16", story.In(60));
        await story.AnnounceAsync(story.In(60));
        (await story.OpenAsync()).ShouldBe("AL05");
        var message = new DemoMessage(trigger) { Extra = extra, Visit = "V1", Died = "20261123080000", WithMovement = trigger != "A31" };
        (await story.SendAsync(message)).ShouldContain("MSA|AA|");
        (await story.OpenAsync()).ShouldBe("");
        platform.Clock.Advance(TimeSpan.FromHours(30));
        await platform.SettleAsync();
        (await story.OpenAsync()).ShouldBe("");
        (await story.AlertsAsync()).ShouldNotContain(a => a.StartsWith("AL01", StringComparison.Ordinal) || a.StartsWith("AL02", StringComparison.Ordinal));
        (await platform.ScalarAsync<long>("select count(*) from mt_events where tenant_id = $1 and type = 'death_recorded'", story.Territory)).ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_death_by_mistake_When_the_discharge_is_cancelled_Then_alerts_stand_again()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(30));
        await story.SendAsync("A03", extra: "ZFM||9");
        (await story.OpenAsync()).ShouldBe("");
        await story.SendAsync("A13");
        (await story.OpenAsync()).ShouldBe("AL01");
    }

    [Fact]
    public async Task Given_a_protected_patient_When_announced_Then_only_the_trace_stays()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync(new DemoMessage("A16") { Expected = DemoMessage.Time(story.In(20)), Extra = "PD1||||||||||||Y" });
        (await story.AlertsAsync()).ShouldBeEmpty();
        ((int)(await story.AsCoordinatorAsync("{ discharges { totalCount } }"))["data"]!["discharges"]!["totalCount"]!).ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_open_alerts_When_the_person_opposes_or_the_record_is_suspended_Then_they_resolve_and_none_comes(bool opposes)
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.AnnounceAsync(story.In(60));
        var territory = new TerritoryId(story.Territory);
        var request = new CommandRequest(territory, Actor.Platform, Record.IdOf(territory, story.Person).Value);
        var work = platform.Get<UnitOfWork>();
        _ = opposes
            ? await work.ExecuteAsync<RecordOpposition, Record>(request, new(SharingScope.HospitalAlerts), default)
            : await work.ExecuteAsync<SuspendCareRecord, Record>(request, new(), default);
        platform.Clock.Advance(TimeSpan.FromHours(20));
        await platform.SettleAsync();
        (await platform.ScalarAsync<long>("select count(*) from alert_v1 where tenant_id = $1 and status in ('Raised', 'Taken')", story.Territory)).ShouldBe(0);
        (await story.AlertsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_an_admission_When_it_is_cancelled_or_becomes_outpatient_Then_AL05_resolves()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync("A01");
        (await story.OpenAsync()).ShouldBe("AL05");
        await story.SendAsync(new DemoMessage("A07") { Class = "O" });
        (await story.OpenAsync()).ShouldBe("");
        await story.SendAsync("A06");
        (await story.OpenAsync()).ShouldBe("AL05");
        await story.SendAsync("A11");
        (await story.AlertsAsync()).ShouldBe(["AL05 VIGILANCE RESOLVED"]);
    }

    [Fact]
    public async Task Given_a_transfer_of_ward_with_an_estimate_Then_it_opens_the_stay_and_asks_for_confirmation_never_an_alarm_about_the_date()
    {
        var story = await HospitalStory.OfFollowedAsync(platform);
        await story.SendAsync("A02", story.In(10));
        (await story.AlertsAsync()).ShouldBe(["AL05 VIGILANCE RAISED"]);
        await story.FindAsync();
        var state = (await story.AsCoordinatorAsync("query($id: ID!) { discharge(id: $id) { expectedAtReliability questions } }", new { id = story.Discharge }))["data"]!["discharge"]!;
        ((string)state["expectedAtReliability"]!).ShouldBe("ESTIMATED_AT_ADMISSION");
        state["questions"]!.AsArray().Select(q => (string)q!).ShouldBe(["DATE_TO_CONFIRM"]);
        // Another ward within the hospital, told as a discharge, is none.
        await story.SendAsync("A03", extra: "ZFM||6");
        (await story.OpenAsync()).ShouldBe("AL05");
    }
}
