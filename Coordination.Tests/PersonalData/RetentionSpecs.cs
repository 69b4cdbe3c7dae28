using Coordination.Api.PersonalData;
using Coordination.Domain.CareRecord;
using Coordination.Projections.CareRecord;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.PersonalData;

/// <summary>The retention rules, by the day in Paris, once in the cluster.</summary>
public sealed class RetentionSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Given_two_years_without_contact_When_the_rules_run_Then_archived_and_later_erased_unless_held()
    {
        var job = platform.Get<RetentionJob>();
        var (person, held) = (await platform.FollowAsync("9200001", Story.Traits("CANARYOLD")), await platform.FollowAsync("9200002", Story.Traits("CANARYKEPT")));
        await ExecuteAsync("insert into retention_rule (tenant_id, active_months, archive_months) values ('dac-47', 24, 6)");
        await using (var session = platform.Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions("dac-47")))
        {
            session.Events.Append(held.Value, new LegalHoldPlaced(HoldGround.Litigation, new(2040, 1, 1)));
            await session.SaveChangesAsync();
        }

        // 23 November 2028, 02:30 in Paris: the last day of the active base is over at three o'clock the day after.
        MoveTo(new(2028, 11, 24, 1, 30, 0, TimeSpan.Zero));
        (await job.RunDueAsync(default)).ShouldBeNull();
        platform.Clock.Advance(TimeSpan.FromHours(1));
        (await job.RunDueAsync(default)).ShouldBe(new RetentionOutcome(2, 0, 0));
        (await job.RunDueAsync(default)).ShouldBeNull();
        (await StateAsync(person)).Archived.ShouldBeTrue();
        (await StateAsync(person)).Suspended.ShouldBeTrue();

        MoveTo(new(2029, 5, 25, 8, 0, 0, TimeSpan.Zero));
        (await job.RunDueAsync(default)).ShouldBe(new RetentionOutcome(0, 1, 1));
        (await platform.ScalarAsync<long>("select count(*) from subject_vault where subject_id = $1", person.Value)).ShouldBe(0);
        (await platform.ScalarAsync<long>("select count(*) from subject_vault where subject_id = $1", held.Value)).ShouldBe(1);
    }

    [Fact]
    public void Given_a_rule_Then_days_are_counted_in_Paris_from_the_last_contact()
    {
        var rule = new RetentionRule(24, 12, 36);
        // 23:30 UTC in summer is already the next day in Paris.
        var contact = new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero);
        rule.ActiveUntil(contact).ShouldBe(new(2028, 7, 1));
        rule.ArchivedUntil(contact).ShouldBe(new(2027, 7, 1));
        rule.DutyUntil(contact).ShouldBe(new(2029, 7, 1));
        RetentionRule.Default.ArchivedUntil(contact).ShouldBeNull();
        RetentionRule.Default.DutyUntil(contact).ShouldBeNull();
    }

    private void MoveTo(DateTimeOffset instant) => platform.Clock.Advance(instant - platform.Clock.GetUtcNow());

    private async Task<Record> StateAsync(Domain.Identifiers.PersonId person)
    {
        await using var session = platform.Get<DocumentStore>().QuerySession("dac-47");
        return (await session.LoadAsync<CareRecordView>(Record.IdOf(new("dac-47"), person).Value))!.Record;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
