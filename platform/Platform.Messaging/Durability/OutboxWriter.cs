using System.Text.Json;
using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>
/// Puts messages into the transaction of a session: they exist if and only if its events do. The node that commits is woken by
/// the store; a lost signal only costs one poll interval.
/// </summary>
public sealed class OutboxWriter
{
    private readonly EnvelopeFactory _envelopes;
    private readonly TrackerList _trackers;

    internal OutboxWriter(EnvelopeFactory envelopes, TrackerList trackers)
    {
        _envelopes = envelopes;
        _trackers = trackers;
    }

    /// <summary>Queues the message for every queue that handles it; throws <see cref="NoRouteException"/> if there is none.</summary>
    public void Send(IDocumentSession session, object message, DeliveryOptions? options = null)
    {
        var envelopes = Make(session, message, options);
        if (envelopes.Count == 0)
        {
            throw new NoRouteException(message.GetType());
        }

        Enlist(session, [.. envelopes]);
    }

    /// <summary>Like <see cref="Send"/>, but a message that nobody handles is let go.</summary>
    public void Publish(IDocumentSession session, object message, DeliveryOptions? options = null) =>
        Enlist(session, [.. Make(session, message, options)]);

    /// <summary>Queues the message to be handled at the instant given; a key replaces what is pending under it.</summary>
    public void Schedule(IDocumentSession session, object message, DateTimeOffset at, DeliveryOptions? options = null) =>
        Send(session, message, (options ?? new DeliveryOptions()) with { ScheduledTime = at });

    /// <summary>Queues the message to be handled after the delay given.</summary>
    public void Schedule(IDocumentSession session, object message, TimeSpan delay, DeliveryOptions? options = null) =>
        Schedule(session, message, _envelopes.Now + delay, options);

    /// <summary>Queues the removal of what is pending under the key; a delivery that is running can no longer commit.</summary>
    public void CancelScheduled(IDocumentSession session, string scheduleKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheduleKey);
        session.QueueSqlCommand(EnvelopeSql.Cancel, session.TenantId, scheduleKey);
    }

    /// <summary>Queues finished envelopes; those of another tenant are carried over by a relay after the commit.</summary>
    public void Enlist(IDocumentSession session, params Envelope[] envelopes)
    {
        ArgumentNullException.ThrowIfNull(session);
        foreach (var envelope in envelopes)
        {
            if (envelope.TenantId != session.TenantId)
            {
                EnlistForeign(session, envelope);
            }
            else if (envelope.ScheduleKey is null)
            {
                session.QueueSqlCommand(EnvelopeSql.Insert, [.. Common(envelope, envelope.TenantId), Status(envelope)]);
            }
            else
            {
                session.QueueSqlCommand(
                    EnvelopeSql.InsertByKey, [.. Common(envelope, envelope.TenantId), Status(envelope), envelope.ScheduleKey]);
            }

            _trackers.Sent(envelope);
        }
    }

    private static void EnlistForeign(IDocumentSession session, Envelope envelope)
    {
        if (envelope.ScheduleKey is not null)
        {
            throw new ArgumentException("A schedule key is only possible inside the sender's own tenant.", nameof(envelope));
        }

        session.QueueSqlCommand(
            EnvelopeSql.InsertOutgoing,
            [.. Common(envelope, session.TenantId), envelope.ScheduledTime is not null, envelope.TenantId]);
    }

    private static string Status(Envelope envelope) => envelope.ScheduledTime is null ? "Incoming" : "Scheduled";

    private static object?[] Common(Envelope envelope, string tenant) =>
    [
        tenant, envelope.Id, envelope.Destination, envelope.MessageType, envelope.MessageVersion, envelope.Body.ToArray(),
        JsonSerializer.Serialize(envelope.Headers), envelope.CorrelationId, envelope.CausationId, envelope.UserName,
        envelope.GroupId, envelope.SentAt, envelope.ScheduledTime ?? envelope.SentAt,
    ];

    private IReadOnlyList<Envelope> Make(IDocumentSession session, object message, DeliveryOptions? options)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(message);
        options ??= new DeliveryOptions();
        return _envelopes.Outgoing(message, options with { CorrelationId = options.CorrelationId ?? session.CorrelationId }, session.TenantId);
    }
}
