using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CareRecord;
using Npgsql;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.PersonalData;

/// <summary>What one run did.</summary>
public sealed record RetentionOutcome(int Archived, int Erased, int Kept);

/// <summary>Applies the retention rules of every territory, once a day in the whole cluster, from three o'clock in Paris.</summary>
public sealed class RetentionJob(DocumentStore store, UnitOfWork work, PersonEraser eraser, PersonStreamFinder streams, TimeProvider clock)
{
    private static readonly TimeOnly From = new(3, 0);

    /// <summary>Runs if it is time and no node did today; null otherwise. A run whose node died is taken over after an hour.</summary>
    public async Task<RetentionOutcome?> RunDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var local = WorkingDays.ToParis(now);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (TimeOnly.FromDateTime(local.DateTime) < From || !await ClaimAsync(day, now, cancellation)) return null;
        var outcome = new RetentionOutcome(0, 0, 0);
        foreach (var territory in await TerritoriesAsync(cancellation)) outcome = await RunAsync(territory, day, outcome, cancellation);
        await ExecuteAsync("update retention_run set finished_at = $2 where day = $1", [day, clock.GetUtcNow()], cancellation);
        return outcome;
    }

    private async Task<RetentionOutcome> RunAsync(TerritoryId territory, DateOnly today, RetentionOutcome outcome, CancellationToken cancellation)
    {
        var rule = await RetentionRule.ReadAsync(store, territory, cancellation);
        // What changed within the shorter of both times cannot be due.
        var shortest = today.AddMonths(-Math.Min(rule.ActiveMonths, rule.ArchiveMonths ?? rule.ActiveMonths));
        await using var session = store.QuerySession(territory.Value);
        foreach (var view in await session.QueryAsync<CareRecordView>("where changed_at < $1 order by changed_at, id", [WorkingDays.FromParis(shortest, default)], cancellation))
        {
            var person = view.Record.PersonId;
            if (view.Record.Archived)
            {
                if (rule.ArchivedUntil(view.ChangedAt) is not { } last || today <= last) continue;
                var error = await eraser.EraseAsync(territory, person, ErasureReason.RetentionOver, null, Actor.Platform, cancellation);
                outcome = error is null ? outcome with { Erased = outcome.Erased + 1 } : outcome with { Kept = outcome.Kept + 1 };
            }
            else if (await streams.LastSeenAsync(territory, person, cancellation) is { } seen && today <= rule.ActiveUntil(seen))
            {
                // Most are worked with: the whole log is read only of those who seem to be due.
            }
            else if (await streams.LastContactAsync(territory, person, cancellation) is { } contact && today > rule.ActiveUntil(contact))
            {
                var archived = await work.ExecuteAsync<ArchiveCareRecord, Record>(new(territory, Actor.Platform, view.Id), new(), cancellation);
                if (archived.IsNew || archived.Error is null) outcome = outcome with { Archived = outcome.Archived + 1 };
            }
        }

        return outcome;
    }

    private async Task<bool> ClaimAsync(DateOnly day, DateTimeOffset now, CancellationToken cancellation) => await ExecuteAsync(
        """
        insert into retention_run (day, claimed_at) values ($1, $2)
        on conflict (day) do update set claimed_at = excluded.claimed_at
        where retention_run.finished_at is null and retention_run.claimed_at < excluded.claimed_at - interval '1 hour'
        """,
        [day, now], cancellation) == 1;

    private async Task<IReadOnlyList<TerritoryId>> TerritoriesAsync(CancellationToken cancellation)
    {
        await using var command = store.Database.Worker.CreateCommand($"select distinct tenant_id from {CareRecordProjection.View.Table} order by 1");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<TerritoryId>();
        while (await row.ReadAsync(cancellation)) found.Add(new(row.GetString(0)));
        return found;
    }

    private async Task<int> ExecuteAsync(string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = store.Database.Worker.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
