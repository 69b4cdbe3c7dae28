using Npgsql;

namespace Coordination.Api.PersonalData;

/// <summary>Asks every ten minutes whether the retention rules are due.</summary>
public sealed class RetentionSchedule(RetentionJob job, ILogger<RetentionSchedule> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await job.RunDueAsync(stoppingToken) is { } done)
                    logger.LogInformation("retention: {Archived} records archived, {Erased} persons erased, {Kept} kept by a hold", done.Archived, done.Erased, done.Kept);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                logger.LogWarning("retention rules not applied: {Failure}", e.GetType().Name);
            }
        }
    }
}
