using Npgsql;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>Removes messages whose time is over: quarantine after 7 days, the rest after a little more than 13 months. Looks every ten minutes.</summary>
public sealed class MessagePurge(MessageLog log, TimeProvider clock, ILogger<MessagePurge> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                var removed = await log.PurgeAsync(clock.GetUtcNow(), stoppingToken);
                if (removed > 0) logger.LogInformation("{Count} expired messages removed", removed);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                logger.LogWarning("expired messages not removed: {Failure}", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
