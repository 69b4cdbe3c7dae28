using Npgsql;

namespace Platform.EventStore;

/// <summary>What a failed save means: refused by a rule, rolled back, or unknown.</summary>
internal static class SaveErrors
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The server answered that it rolled back; 57P01…57P03 and class 08 may come when a commit was under way.</summary>
    internal static bool IsServerAnswer(PostgresException error) =>
        !error.SqlState.StartsWith("57P", StringComparison.Ordinal) && !error.SqlState.StartsWith("08", StringComparison.Ordinal);

    internal static bool IsUnknownOutcome(Exception error) =>
        error is NpgsqlException or IOException or TimeoutException or OperationCanceledException;

    internal static Exception? Translate(PostgresException error, IReadOnlyList<StreamAction> streams)
    {
        switch (error.SqlState)
        {
            case "ES409":
                var parts = error.MessageText.Split(' ');
                var id = Guid.Parse(parts[0]);
                return new ConcurrencyException(
                    id, streams.FirstOrDefault(s => s.Id == id)?.ExpectedVersion, long.TryParse(parts[1], out var actual) ? actual : null);
            case "ES410":
                return new ViewVersionException(error.MessageText);
            case PostgresErrorCodes.UniqueViolation when error.ConstraintName == "mt_events_stream_and_version":
                return new ConcurrencyException(streams[0].Id, streams[0].ExpectedVersion, null);
            default:
                return null;
        }
    }

    /// <summary>Looks up what became of a commit: waits until its backend is gone, then asks for the command's answer or an event (B07).</summary>
    /// <exception cref="CommitOutcomeUnknownException">The database did not answer in time, or the save left no trace to look for.</exception>
    internal static async Task<bool> WasCommittedAsync(DocumentSession session, int backend, IReadOnlyList<StreamAction> streams, Exception cause)
    {
        var eventId = streams.Count > 0 ? streams[0].EventIds[0] : (Guid?)null;
        if (eventId is null && session.Idempotency is null) throw new CommitOutcomeUnknownException(cause);
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            try
            {
                // Two statements: once the backend is seen gone, the next snapshot shows all it did.
                if (await AskAsync(session, "select exists (select from pg_stat_activity where pid = $1 and datname = current_database())", backend))
                {
                    await Task.Delay(50, CancellationToken.None);
                    continue;
                }

                return await AskAsync(
                    session,
                    """
                    select exists (select from mt_events where tenant_id = $1 and id = $2)
                      or exists (select from command_results where tenant_id = $1 and subject = $3 and command_id = $4)
                    """,
                    session.TenantId, Parameters.Typed("uuid", eventId), Parameters.Typed("text", session.Idempotency?.Subject),
                    Parameters.Typed("uuid", session.Idempotency?.CommandId));
            }
            catch (NpgsqlException)
            {
                // The server may be starting again; ask until patience ends.
                await Task.Delay(100, CancellationToken.None);
            }
        }

        throw new CommitOutcomeUnknownException(cause);
    }

    private static async Task<bool> AskAsync(DocumentSession session, string sql, params object?[] parameters) =>
        (await session.RawAsync(sql, parameters, row => row.GetBoolean(0), CancellationToken.None))[0];
}
