using Coordination.Domain.Alerts;
using Coordination.Simulator.Verbs;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Simulator.Load;

/// <summary>What became of announcements, read in the log itself, and whether the log is whole.</summary>
/// <param name="Acknowledged">Messages that the platform accepted.</param>
/// <param name="Unannounced">Of these, without exactly one announced discharge.</param>
/// <param name="Unalerted">Of these, without an alert AL47 about that stay.</param>
/// <param name="AlertedTwice">Of these, with an alert raised more than once.</param>
/// <param name="DeadLetters">Messages given up by the bus.</param>
/// <param name="Gaps">Positions missing between the first and the last of the log.</param>
/// <param name="Alerts">Alert of each accepted message that has one, by its MSH-10.</param>
public sealed record EffectAudit(
    int Acknowledged, int Unannounced, int Unalerted, int AlertedTwice, long DeadLetters, long Gaps, IReadOnlyDictionary<string, Guid> Alerts)
{
    private const string Rule = "AL47", DemoLink = "demo";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Nothing is lost, doubled or given up.</summary>
    public bool Whole => Unannounced + Unalerted + AlertedTwice == 0 && DeadLetters + Gaps == 0;

    /// <summary>Waits until the log has numbered everything and no message is due, at most <paramref name="atMost"/>; false when something is still under way.</summary>
    public static async Task<bool> SettleAsync(PlatformScope platform, TimeSpan atMost, CancellationToken cancellation)
    {
        var deadline = TimeProvider.System.GetTimestamp() + (long)(atMost.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (await ScalarAsync(platform, UnderWay, cancellation, platform.Get<TimeProvider>().GetUtcNow()) > 0)
        {
            if (TimeProvider.System.GetTimestamp() > deadline) return false;
            await Task.Delay(Look, cancellation);
        }

        return true;
    }

    /// <summary>Looks at everything that was accepted.</summary>
    public static async Task<EffectAudit> OfAsync(PlatformScope platform, IReadOnlyList<Announcement> messages, CancellationToken cancellation)
    {
        var accepted = messages.Where(m => m.Acknowledged).ToList();
        var announced = (await PairsAsync(
                platform, "select correlation_id, stream_id from mt_events where type = 'discharge_announced' and correlation_id = any($1)",
                accepted.Select(CorrelationOf).ToArray(), row => (row.GetString(0), row.GetGuid(1)), cancellation))
            .ToLookup(p => p.Item1, p => p.Item2);
        var alerts = accepted.Where(m => announced[CorrelationOf(m)].Any())
            .ToDictionary(m => m.ControlId, m => Alert.IdOf(Crowd.Territory, Rule, m.Person, announced[CorrelationOf(m)].First()).Value);
        var raised = (await PairsAsync(
                platform, "select stream_id, count(*) from mt_events where type = 'alert_raised' and stream_id = any($1) group by stream_id",
                alerts.Values.ToArray(), row => (row.GetGuid(0), row.GetInt64(1)), cancellation))
            .ToDictionary(p => p.Item1, p => p.Item2);
        return new(
            accepted.Count,
            accepted.Count(m => announced[CorrelationOf(m)].Count() != 1),
            accepted.Count(m => !alerts.TryGetValue(m.ControlId, out var alert) || !raised.ContainsKey(alert)),
            raised.Values.Count(n => n > 1),
            await ScalarAsync(platform, "select count(*) from wolverine_dead_letters where discarded_at is null", cancellation),
            await ScalarAsync(platform, "select coalesce(max(position) - count(*), 0) from mt_event_position", cancellation),
            alerts.Where(a => raised.ContainsKey(a.Value)).ToDictionary(a => a.Key, a => a.Value));
    }

    private const string UnderWay =
        """
        select (select count(*) from mt_events_pending) + (select count(*) from wolverine_outgoing_envelopes)
          + (select count(*) from wolverine_incoming_envelopes where status in ('Incoming', 'Scheduled') and execution_time <= $1)
        """;

    private static string CorrelationOf(Announcement message) => $"hl7:{DemoLink}:{message.ControlId}";

    private static async Task<long> ScalarAsync(PlatformScope platform, string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<List<T>> PairsAsync<T>(PlatformScope platform, string sql, object keys, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(sql);
        command.Parameters.Add(new() { Value = keys });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    }
}
