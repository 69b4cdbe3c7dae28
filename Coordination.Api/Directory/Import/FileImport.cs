using Coordination.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;

namespace Coordination.Api.Directory.Import;

/// <summary>
/// Imports a published directory: lines are checked and staged by binary COPY, then merged by sets, all in one transaction. Run again it
/// changes nothing; cut off at any moment it has changed nothing; two at once come one after the other.
/// </summary>
public sealed class FileImport(Database database, TimeProvider clock)
{
    // The first half of an advisory lock's key; the other half is the kind of file.
    private const int LockSpace = 470026;
    private const int MostRefusalsKept = 10_000;

    /// <summary>Imports a file; throws <see cref="FileRefusedException"/> when the whole of it is refused.</summary>
    public async Task<ImportReport> RunAsync(ImportRequest request, CancellationToken cancellation)
    {
        var format = DirectoryFormat.Of(request.Kind);
        if (request.Complete && request.Kind is DirectoryFileKind.Cog) throw new FileRefusedException("COMPLETE_NOT_OFFERED", "communes are never closed, they become others");
        var file = TextFile.Open(request.Path);
        await using var connection = await database.Worker.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, "select pg_advisory_xact_lock($1, $2)", cancellation, LockSpace, (int)request.Kind);

        var staging = new Staging(format, connection);
        await staging.LoadAsync(file, cancellation);
        var asOf = await DayAsync(connection, request, staging.Day, cancellation);
        if (staging.Refusals.Count * 2 > staging.Lines) throw new FileRefusedException("MOSTLY_REFUSED", $"{staging.Refusals.Count} of {staging.Lines} lines are refused, the first on line {staging.Refusals[0].Line}: {staging.Refusals[0].Field} {staging.Refusals[0].Rule}");

        // Before the merge: what the file brings for the first time is no part of what may close.
        var closed = request.Complete && format.Closes is { } closing ? await CloseAsync(connection, closing, asOf, cancellation) : 0;
        var (added, changed) = (0, 0);
        foreach (var sql in format.Merge)
        {
            await using var command = Command(connection, sql, asOf);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            (added, changed) = (added + (int)reader.GetInt64(0), changed + (int)reader.GetInt64(1));
        }

        var report = new ImportReport(asOf, staging.Lines, staging.Refusals, added, changed, closed);
        if (request.DryRun) return report;
        await NoteAsync(connection, request, file.Sha256, report, cancellation);
        await transaction.CommitAsync(cancellation);
        return report;
    }

    // An older file after a newer one would open again what has closed since.
    private async Task<DateOnly> DayAsync(NpgsqlConnection connection, ImportRequest request, DateOnly? ofFile, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(WorkingDays.ToParis(clock.GetUtcNow()).DateTime);
        var asOf = request.AsOf ?? ofFile ?? today;
        if (asOf > today) throw new FileRefusedException("NOT_IN_FUTURE", $"the file speaks of {asOf:O}");
        await using var command = Command(connection, "select max(as_of) from directory_import where kind = $1", request.Kind.ToString());
        return await command.ExecuteScalarAsync(cancellation) is DateOnly last && last > asOf
            ? throw new FileRefusedException("OLDER_THAN_LAST", $"the file speaks of {asOf:O}, the last one imported of {last:O}")
            : asOf;
    }

    // A file cut short must not close a tenth of the country (ANN-05).
    private static async Task<int> CloseAsync(NpgsqlConnection connection, Closing closing, DateOnly asOf, CancellationToken cancellation)
    {
        await using var counting = Command(connection, $"select (select count(*) from {closing.Table} held where {closing.Open}), (select count(*) from {closing.Table} held where {closing.Open} and {closing.Gone})");
        long open, gone;
        await using (var reader = await counting.ExecuteReaderAsync(cancellation))
        {
            await reader.ReadAsync(cancellation);
            (open, gone) = (reader.GetInt64(0), reader.GetInt64(1));
        }

        if (gone * 10 > open) throw new FileRefusedException("TOO_MANY_CLOSURES", $"{gone} of {open} would close: more than one in ten");
        return await RunAsync(connection, $"update {closing.Table} held set {closing.Column} = $1 where {closing.Open} and {closing.Gone}", cancellation, asOf);
    }

    private async Task NoteAsync(NpgsqlConnection connection, ImportRequest request, byte[] sha256, ImportReport report, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        await RunAsync(
            connection, "insert into directory_import (id, kind, file_sha256, as_of, imported_at, complete, lines, refused, added, changed, closed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            cancellation, id, request.Kind.ToString(), sha256, report.AsOf, clock.GetUtcNow(), request.Complete, report.Lines, report.Refusals.Count, report.Added, report.Changed, report.Closed);
        await using var copy = await connection.BeginBinaryImportAsync("copy directory_import_refusal (import, line, field, rule) from stdin (format binary)", cancellation);
        foreach (var refusal in report.Refusals.Take(MostRefusalsKept))
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync(refusal.Line, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(refusal.Field, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(refusal.Rule, NpgsqlDbType.Text, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        // A first import of the whole country takes its time.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
