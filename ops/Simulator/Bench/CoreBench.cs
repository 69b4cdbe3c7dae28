using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Projections.CareRecord;
using Coordination.Simulator.History;
using Coordination.Simulator.Load;
using Coordination.Simulator.Verbs;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Simulator.Bench;

/// <summary>How long one kind of call takes, and its floor in the same run.</summary>
public sealed record CoreFigure(string Name, Spread Times, Spread Floor, int Refused)
{
    /// <summary>Median over the median of the floor.</summary>
    public double Ratio => Floor.Median > 0 ? Times.Median / Floor.Median : 0;
}

/// <summary>A coordinator's calls over HTTP on a territory full of records: access, audit and all.</summary>
public sealed class CoreBench(int persons, int years, int calls, TextWriter progress)
{
    private const int WarmUp = 25, Drawn = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Fills the platform of the environment if it is not full, then measures each call against its floor, in turns.</summary>
    public async Task<IReadOnlyList<CoreFigure>> RunAsync(CancellationToken cancellation)
    {
        var settings = PlatformScope.ReadSettings();
        await using var platform = await PlatformScope.OpenAsync(cancellation);
        var plan = new SimulationPlan(Crowd.Territory, years, 47, persons, new(2026, 11, 20));
        var bar = new ProgressBar();
        var done = await new Historian(platform.Services, plan).WriteAsync(bar.Show, cancellation);
        bar.End();
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Events} events written, {done.Speed:0}/s; waiting for the projections"));
        await NumberedAsync(platform, cancellation);
        if (!await EffectAudit.SettleAsync(platform, Patience, cancellation)) throw new VerbException("the platform does not come to rest");
        await using var raw = new NpgsqlConnection(settings.OwnerConnectionString ?? settings.ConnectionString);
        await raw.OpenAsync(cancellation);
        await RunAsync(raw, "analyze", cancellation);
        await RunAsync(raw, "create temp table bench_floor (id bigint generated always as identity primary key, body text)", cancellation);

        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{settings.HttpPort}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await DemoTokens.GetAsync("coordinator", cancellation));
        var subjects = await SubjectsAsync(platform, cancellation);
        var figures = new List<CoreFigure>();
        foreach (var call in CoreCalls.All) figures.Add(await MeasureAsync(call, http, raw, subjects, cancellation));
        return figures;
    }

    private async Task<CoreFigure> MeasureAsync(CoreCall call, HttpClient http, NpgsqlConnection raw, List<CoreDice> subjects, CancellationToken cancellation)
    {
        List<TimeSpan> times = [], floor = [];
        var refused = 0;
        for (var n = -WarmUp; n < calls; n++)
        {
            var subject = subjects[(n + WarmUp) * 7 % subjects.Count] with { Now = DateTimeOffset.UtcNow };
            var begun = Stopwatch.GetTimestamp();
            using var answer = await http.PostAsJsonAsync("/graphql", new { query = call.Query, variables = call.Variables(subject) }, cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            var took = Stopwatch.GetElapsedTime(begun);
            if (JsonNode.Parse(body)?["errors"] is { } errors) throw new VerbException($"{call.Name}: {errors.ToJsonString()}");
            if (body.Contains("\"errors\":[", StringComparison.Ordinal)) refused++;
            var least = await FloorAsync(call, http, raw, cancellation);
            if (n < 0) continue;
            times.Add(took);
            floor.Add(least);
        }

        progress.WriteLine($"{call.Name}: measured");
        return new(call.Name, Spread.Of(times), Spread.Of(floor), refused);
    }

    // The least that any API over HTTP pays: an endpoint that does nothing, and fifty rows of the list of records by key, or one row written and its commit.
    private static async Task<TimeSpan> FloorAsync(CoreCall call, HttpClient http, NpgsqlConnection raw, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        (await http.GetAsync(new Uri("/health/live", UriKind.Relative), cancellation)).Dispose();
        if (call.IsCommand) await RunAsync(raw, "insert into bench_floor (body) values ('row')", cancellation);
        else
        {
            await using var command = new NpgsqlCommand($"select id, data::text from {CareRecordProjection.View.Table} where tenant_id = $1 order by id limit 50", raw)
            {
                Parameters = { new() { Value = Crowd.Territory.Value } },
            };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) reader.GetString(1);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task<List<CoreDice>> SubjectsAsync(PlatformScope platform, CancellationToken cancellation)
    {
        await using var session = platform.Get<DocumentStore>().QuerySession(Crowd.Territory.Value);
        var views = await session.QueryAsync<CareRecordView>($"order by md5(id::text) limit {Drawn}", [], cancellation);
        string[] names = ["mar", "dup", "lac", "ber", "gar", "rou", "des", "cas"];
        return [.. views.Where(v => v.Record is { Suspended: false, Restricted: false } && v.Record.Life.Status is not Domain.CareRecord.RecordStatus.Closed).Select((v, i) => new CoreDice(NodeId.Encode("CareRecord", v.Id), names[i % names.Length], default))];
    }

    // The sequencer numbers what was written in bulk, and the lists that follow the log take it in.
    private static async Task NumberedAsync(PlatformScope platform, CancellationToken cancellation)
    {
        await using var session = platform.Get<DocumentStore>().QuerySession(Crowd.Territory.Value);
        for (var begun = Stopwatch.GetTimestamp(); ;)
        {
            if ((await session.RawAsync("select count(*) from (select 1 from mt_events_pending limit 1) p", [], row => row.GetInt64(0), cancellation))[0] == 0) return;
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new VerbException("the sequencer does not come to an end");
            await Task.Delay(500, cancellation);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
