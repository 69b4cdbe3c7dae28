using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

internal sealed partial class DocumentSession
{
    public async Task SaveChangesAsync(CancellationToken ct = default)
    {
        var streams = _streams.Where(s => s.Events.Count > 0).OrderBy(s => s.Id).ToList();
        if (streams.Count == 0 && _commands.Count == 0 && Idempotency is null) return;
        // Appended to without having been read: version and rows are read under a lock, in the same transaction.
        var unread = streams.Where(s => !s.Loaded).ToList();
        await using var connection = await Source.OpenConnectionAsync(ct);
        var backend = connection.ProcessID;
        var at = Store.Options.Now();
        try
        {
            await using var transaction = unread.Count > 0 ? await connection.BeginTransactionAsync(ct) : null;
            if (unread.Count > 0) await LockAsync(connection, unread, ct);
            await using (var batch = Batch(connection, Write(streams, at))) await batch.ExecuteNonQueryAsync(ct);
            if (transaction is not null) await transaction.CommitAsync(ct);
        }
        catch (PostgresException error) when (SaveErrors.IsServerAnswer(error))
        {
            await connection.CloseAsync();
            if (await TranslateAsync(error, streams, ct) is { } known) throw known;
            throw;
        }
        catch (Exception error) when (SaveErrors.IsUnknownOutcome(error))
        {
            await connection.CloseAsync();
            if (!await SaveErrors.WasCommittedAsync(this, backend, streams, error)) throw new CommitLostException(error);
        }

        Forget();
        if (streams.Count > 0) Store.RaiseCommitted();
    }

    private async Task LockAsync(NpgsqlConnection connection, IReadOnlyList<StreamAction> unread, CancellationToken ct)
    {
        await using var batch = Batch(connection, [.. unread.SelectMany(s => InlineFor(null)
            .Select(p => ViewSql.Load(p.View, TenantId, s.Id))
            .Prepend(Parameters.Command("select type, version from mt_streams where tenant_id = $1 and id = $2 for update", TenantId, s.Id)))]);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var stream in unread)
        {
            await reader.NextResultAsync(ct);
            var exists = await reader.ReadAsync(ct);
            var version = exists ? reader.GetInt64(1) : 0;
            if (!exists || (stream.ExpectedVersion is { } expected && expected != version)) throw new ConcurrencyException(stream.Id, stream.ExpectedVersion, version);
            (stream.StreamType, stream.ExpectedVersion) = (reader.GetString(0), version);
            foreach (var p in InlineFor(null))
            {
                await reader.NextResultAsync(ct);
                Remember(p, stream.Id, await reader.ReadAsync(ct) ? JsonSerializer.Deserialize(reader.GetString(0), p.View.RowType, Store.Options.Json) : null);
            }
        }
    }

    private List<NpgsqlBatchCommand> Write(IReadOnlyList<StreamAction> streams, DateTimeOffset at)
    {
        foreach (var s in streams) s.Version = s.ExpectedVersion!.Value + s.Events.Count;
        var commands = new List<NpgsqlBatchCommand>();
        // The command's answer first: the same command sent twice at once collides here, before any stream does.
        if (Idempotency is { } r)
            commands.Add(Parameters.Command(
                "insert into command_results (tenant_id, subject, command_id, payload_hash, result, recorded_at) values ($1, $2, $3, $4, $5, $6)",
                TenantId, r.Subject, r.CommandId, r.PayloadHash, r.ResultJson(), at));
        var events = streams.SelectMany(s => Prepare(s, at)).ToList();
        var rows = ViewChanges(events);
        if (rows.Count > 0)
        {
            var views = rows.Select(c => c.View).Distinct().ToList();
            commands.Add(Parameters.Command(
                "select es_assert_active($1, $2)", views.Select(v => v.Name).ToArray(), views.Select(v => v.Version).ToArray()));
        }

        foreach (var s in streams)
            commands.Add(s.ExpectedVersion == 0
                ? Parameters.Command("select es_start_stream($1, $2, $3, $4, $5)", TenantId, s.Id, s.StreamType, s.Version, at)
                : Parameters.Command("select es_advance_stream($1, $2, $3, $4, $5)", TenantId, s.Id, s.ExpectedVersion, s.Version, at));
        if (events.Count > 0) commands.Add(AppendSql.Insert(events, Options));
        commands.AddRange(rows.SelectMany(c => c.Commands));
        // Copies: a parameter belongs to one batch, and a save that was refused may be tried again.
        commands.AddRange(_commands.Select(c => Parameters.Command(c.CommandText, [.. c.Parameters.Select(p => p.Clone())])));
        return commands;
    }

    private IEnumerable<PreparedEvent> Prepare(StreamAction stream, DateTimeOffset at)
    {
        var occurred = Options.OccurredAt is { } given ? StoreOptions.Microseconds(given) : at;
        var headers = Options.Headers ?? System.Collections.Frozen.FrozenDictionary<string, string>.Empty;
        var version = stream.ExpectedVersion!.Value;
        foreach (var (id, data) in stream.Events)
        {
            var mapping = Store.Options.Events.MappingFor(data.GetType());
            string json;
            using (Store.Protector?.BeginWrite(TenantId, id, mapping.Alias))
                json = JsonSerializer.Serialize(data, mapping.Type, Store.Options.Json);
            yield return new PreparedEvent(
                new RawEvent(
                    new EventMetadata(
                        id, stream.Id, stream.StreamType!, ++version, mapping.Version, TenantId, occurred, at, Options.CorrelationId,
                        Options.CausationId, Options.CommandId, Options.UserName, headers, 0),
                    mapping.Alias, json),
                mapping.Type.FullName!);
        }
    }

    private List<(IViewDefinition View, IEnumerable<NpgsqlBatchCommand> Commands)> ViewChanges(IReadOnlyList<PreparedEvent> events)
    {
        var changes = new List<(IViewDefinition, IEnumerable<NpgsqlBatchCommand>)>();
        foreach (var stream in events.GroupBy(e => e.Raw.Metadata.StreamId))
        {
            // Read back from what is stored: a view sees sealed values, and what a replay would see.
            var facts = stream.Select(e => e.Raw.Open(Store.Options)).ToList();
            foreach (var p in InlineFor(facts[0].StreamType))
            {
                var before = _rows.GetValueOrDefault((p, stream.Key));
                var after = facts.Aggregate(before, (row, e) => p.Evolve(row, stream.Key, e));
                if (after is null && before is not null) changes.Add((p.View, ViewSql.Delete(p.View, TenantId, stream.Key)));
                else if (after is not null && !ReferenceEquals(after, before))
                    changes.Add((p.View, ViewSql.Upsert(p.View, TenantId, after, facts[^1].Version, 0, Store.Options.Json)));
            }
        }

        return changes;
    }

    private async Task<Exception?> TranslateAsync(PostgresException error, IReadOnlyList<StreamAction> streams, CancellationToken ct)
    {
        if (Idempotency is { } r && error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pkey_command_results" }
            && await FindCommandResultAsync(r.Subject, r.CommandId, ct) is { } stored)
            return stored.PayloadHash.AsSpan().SequenceEqual(r.PayloadHash)
                ? new CommandAlreadyAppliedException(r.CommandId, stored.ResultJson)
                : new IdempotencyMismatchException(r.CommandId);
        return SaveErrors.Translate(error, streams);
    }
}
