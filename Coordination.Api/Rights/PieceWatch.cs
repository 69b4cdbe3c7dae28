using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Rights;
using Platform.Messaging;

namespace Coordination.Api.Rights;

/// <summary>
/// Reminds whoever has to give pieces, 21 days after they were asked for. The reminder waits as a message in the database, so that it
/// outlives the process; when it is handled, what is awaited then decides, so that one handled twice or late changes nothing.
/// </summary>
public sealed class PieceWatch(UnitOfWork work, OutboxWriter outbox, TimeProvider clock)
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>What concerns one request is looked at in order.</summary>
    public static string GroupOf(LookAtPieces message) => $"pieces:{message.RequestId}";

    /// <summary>Reminds if it is time, and sets or takes back the next time to look.</summary>
    public async Task HandleAsync(LookAtPieces message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        var territory = new TerritoryId(session.TenantId);
        var stream = RightsFile.IdOf(territory, message.Person);
        var file = await session.Events.AggregateStreamAsync<RightsFile>(stream, ct: cancellation);
        var due = file?.Request(message.RequestId)?.ReminderOn;
        var at = due is { } on ? WorkingDays.FromParis(on, Morning) : (DateTimeOffset?)null;
        if (at > clock.GetUtcNow())
            outbox.Schedule(session, message, at.Value, new DeliveryOptions { TenantId = session.TenantId, GroupId = GroupOf(message), ScheduleKey = GroupOf(message) });
        else
            outbox.CancelScheduled(session, GroupOf(message));
        if (at <= clock.GetUtcNow())
            await work.StageAsync<RemindPieces, RightsFile>(session, new CommandRequest(territory, Actor.Platform, stream), new(message.Person, message.RequestId), cancellation);
        await session.SaveChangesAsync(cancellation);
    }
}
