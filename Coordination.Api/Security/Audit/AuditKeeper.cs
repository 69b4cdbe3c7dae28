using System.Globalization;
using Coordination.Api.Hosting;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Security.Audit;

/// <summary>
/// Keeps the chain: links new rows every second; every hour verifies it whole and lets its head leave the database, into a file and the
/// log, so that who can rewrite the database cannot do so unseen.
/// </summary>
public sealed class AuditKeeper(AuditChain chain, AuditVerifier verifier, Database database, CoordinationSettings settings, TimeProvider clock, ILogger<AuditKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ExportEvery = TimeSpan.FromHours(1);

    /// <summary>The heads that left the database, a line each.</summary>
    public static string HeadLog(CoordinationSettings settings) => Path.Combine(settings.DataFolder, "audit-head.log");

    /// <summary>Verifies the whole chain against the heads exported so far, keeps the result, and exports the head when it holds.</summary>
    public async Task<AuditVerdict> AttestAsync(CancellationToken cancellation)
    {
        var log = HeadLog(settings);
        var verdict = await verifier.VerifyAsync(exported: File.Exists(log) ? AuditHead.ReadLog(log) : null, cancellation: cancellation);
        await using (var note = database.Worker.CreateCommand("insert into audit.verification (position, hash, fault) values ($1, $2, $3)"))
        {
            note.Parameters.Add(new() { Value = verdict.Head.Position });
            note.Parameters.Add(new() { Value = verdict.Head.Hash });
            note.Parameters.Add(new() { Value = (object?)verdict.Fault?.ToString() ?? DBNull.Value });
            await note.ExecuteNonQueryAsync(cancellation);
        }

        if (verdict.Fault is { } fault)
        {
            logger.LogError("the chain of the read audit is broken at {Fault}", fault.ToString());
            return verdict;
        }

        if (verdict.Head.Position == 0) return verdict;
        await File.AppendAllLinesAsync(log, [string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():O} {verdict.Head}")], cancellation);
        logger.LogInformation("head of the read audit {Head}", verdict.Head.ToString());
        return verdict;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var exported = DateTimeOffset.MinValue;
        do
        {
            try
            {
                await chain.ExtendAsync(stoppingToken);
                if (clock.GetUtcNow() - exported < ExportEvery) continue;
                await AttestAsync(stoppingToken);
                exported = clock.GetUtcNow();
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or FormatException)
            {
                logger.LogWarning("the read audit was not linked or verified: {Failure}", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
