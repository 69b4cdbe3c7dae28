using System.Text.Json;
using Coordination.Api.Security;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Indicators;
using Coordination.Domain.Kernel;
using Coordination.Projections.Indicators;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Indicators;

/// <summary>How far the facts reach: the last position of the log they hold, and up to when that is everything recorded.</summary>
public sealed record IndicatorFreshness(DateTimeOffset AsOf, long Position);

/// <summary>The facts of a reach.</summary>
/// <param name="Limit">Under how many persons a figure is masked; 0 where nothing is.</param>
public sealed record IndicatorReading(IndicatorFacts Facts, IndicatorFreshness Freshness, int Limit);

/// <summary>
/// The only place where facts are read across territories. A CPTS has no tenant: its persons may be followed by several DAC, so the worker
/// role reads, from the two fact views only, and only rows of the communes of the subject's own CPTS, which never come from a request.
/// A manager's rows are read as any of the DAC's, under row-level security.
/// </summary>
public sealed class IndicatorReader(DocumentStore store, Database database, HealthCommunities communities, TimeProvider clock)
{
    private const string Discharges = "((announced_at >= $1 and announced_at < $2) or (discharged_at >= $1 and discharged_at < $2))";
    private const string Alerts = "(last_raised_at >= $1 and first_raised_at < $2)";

    /// <summary>The facts that the subject may have figures of, for a period; of nobody when the CPTS is not known.</summary>
    public async Task<IndicatorReading> ReadAsync(Subject subject, IndicatorPeriod period, CancellationToken cancellation)
    {
        // Before the rows: what is added meanwhile is newer than what is said, never older.
        var freshness = await FreshnessAsync(cancellation);
        if (subject.Role is not Role.Analyst && subject.Territory is { } territory)
        {
            await using var session = store.QuerySession(territory.Value);
            var discharges = await session.QueryAsync<DischargeFactView>($"where {Discharges}", [period.Start, period.End], cancellation);
            var alerts = await session.QueryAsync<AlertFactView>($"where {Alerts}", [period.Start, period.End], cancellation);
            return new(new([.. discharges.Select(v => v.Fact)], [.. alerts.Select(v => v.Trace)], []), freshness, 0);
        }

        if (subject.Community is not { } id || await communities.FindAsync(id, cancellation) is not { } community)
            return new(new([], [], []), freshness, SmallCells.Limit);
        var stays = await OfCommunesAsync<DischargeFactView>(DischargeFactProjection.View.Table, Discharges, period, community.Codes, cancellation);
        var raised = await OfCommunesAsync<AlertFactView>(AlertFactProjection.View.Table, Alerts, period, community.Codes, cancellation);
        return new(
            new(
                [.. stays.Select(v => v.Fact).Where(f => Counts(community, f.Commune, f.AnnouncedAt ?? f.DischargedAt))],
                [.. raised.Select(v => v.Trace).Where(t => Counts(community, t.Commune, t.Raisings[^1].RaisedAt))],
                [.. community.Communes.Where(c => c.From <= period.To && (c.Until is not { } until || until > period.From)).Select(c => c.Commune).Distinct()]),
            freshness, SmallCells.LimitOf(community.SmallCellLimit));
    }

    // The attachment of the day of the fact, so that history stays true when boundaries move (DOMAIN AG27).
    private static bool Counts(HealthCommunity community, CommuneCode? commune, DateTimeOffset? at) =>
        commune is { } code && at is { } instant && community.Holds(code, DateOnly.FromDateTime(WorkingDays.ToParis(instant).DateTime));

    private async Task<List<T>> OfCommunesAsync<T>(string table, string within, IndicatorPeriod period, string[] communes, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand($"select data::text from {table} where commune = any($3) and {within}");
        foreach (var value in new object[] { period.Start, period.End, communes }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(JsonSerializer.Deserialize<T>(reader.GetString(0), store.Options.Json)!);
        return rows;
    }

    private async Task<IndicatorFreshness> FreshnessAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var command = database.Worker.CreateCommand(
            """
            with reached as (select coalesce(min(position), 0) as position from projection_progress where name = any($1))
            select r.position, (select recorded_at from mt_event_position where position = r.position + 1)
            from reached r
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = new[] { DischargeFactProjection.View.Table, AlertFactProjection.View.Table } });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        // What is not taken in yet says up to when the facts are whole.
        return new(reader.IsDBNull(1) ? now : reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt64(0));
    }
}
