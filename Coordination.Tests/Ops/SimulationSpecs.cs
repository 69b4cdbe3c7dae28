using System.Text.Json;
using Coordination.Api.Security.Development;
using Coordination.Projections.Assessment;
using Coordination.Projections.CarePlan;
using Coordination.Projections.CareRecord;
using Coordination.Projections.CareTeam;
using Coordination.Projections.CaseFinding;
using Coordination.Projections.Contacts;
using Coordination.Projections.Discharge;
using Coordination.Projections.Tasks;
using Coordination.Simulator.History;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Ops;

public sealed class SimulationSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Fingerprint = "select md5(string_agg(concat_ws('|', stream_id, version, type, id, timestamp, user_name), ',' order by stream_id, version)) from mt_events where timestamp < '2026-11-22T23:00:00Z'";
    private static readonly SimulationPlan Plan = new(DemoUsers.Territory, 2, 7, 90, new(2026, 11, 22));

    [Fact]
    public async Task Given_a_run_that_was_stopped_When_run_again_Then_all_is_as_in_one_run_and_views_are_what_the_events_give()
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => new Historian(platform.App.Services, Plan).WriteAsync(_ => stop.Cancel(), stop.Token));
        var first = await platform.ScalarAsync<long>("select count(distinct stream_id) from mt_events where type = 'care_record_opened'");
        first.ShouldBeInRange(1, 89);
        var done = await new Historian(platform.App.Services, Plan).WriteAsync(_ => { }, CancellationToken.None);
        done.Persons.ShouldBe(90);
        (await new Historian(platform.App.Services, Plan).WriteAsync(_ => { }, CancellationToken.None)).Events.ShouldBe(0);

        var other = new PlatformFixture();
        await other.InitializeAsync();
        try
        {
            await new Historian(other.App.Services, Plan).WriteAsync(_ => { }, CancellationToken.None);
            (await other.ScalarAsync<string>(Fingerprint)).ShouldBe(await platform.ScalarAsync<string>(Fingerprint));
        }
        finally
        {
            await other.DisposeAsync();
        }

        await ReplayAsync(new CareRecordProjection());
        await ReplayAsync(new CareTeamProjection());
        await ReplayAsync(new CarePlanProjection());
        await ReplayAsync(new AssessmentProjection());
        await ReplayAsync(new WorkTaskProjection());
        await ReplayAsync(new RecordedContactProjection());
        await ReplayAsync(new DischargeProjection());
        await ReplayAsync(new SupportRequestProjection());

        // The persons are there for those who may read them, and found by name once the lists are at the head.
        await platform.SettleAsync();
        var answer = await platform.Client(DemoUsers.All["manager"]).AskAsync("{ careRecords(first: 5) { totalCount nodes { person { birthName } } } }");
        answer.Code.ShouldBeNull(answer.Text);
        ((int)answer.Json["data"]!["careRecords"]!["totalCount"]!).ShouldBeGreaterThanOrEqualTo(90);
    }

    private async Task ReplayAsync<TView>(SingleStreamProjection<TView> projection)
        where TView : class
    {
        var store = platform.Get<DocumentStore>();
        await using var session = store.QuerySession(Plan.Territory.Value);
        var views = await session.QueryAsync<TView>("order by id limit 200", [], CancellationToken.None);
        views.Count.ShouldBeGreaterThan(0, typeof(TView).Name);
        foreach (var view in views)
        {
            var id = (Guid)typeof(TView).GetProperty("Id")!.GetValue(view)!;
            var replayed = (await session.Events.FetchStreamAsync(id)).Aggregate((TView?)null, projection.Evolve);
            JsonSerializer.Serialize(replayed, store.Options.Json).ShouldBe(JsonSerializer.Serialize(view, store.Options.Json), $"{typeof(TView).Name} {id}");
        }
    }
}
