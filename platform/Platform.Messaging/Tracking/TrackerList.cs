using System.Collections.Immutable;

namespace Platform.Messaging;

/// <summary>The tracked sessions that listen to a runtime at the moment.</summary>
internal sealed class TrackerList
{
    private ImmutableArray<TrackedSession> _sessions = [];

    public void Add(TrackedSession session) => ImmutableInterlocked.Update(ref _sessions, sessions => sessions.Add(session));

    public void Remove(TrackedSession session) => ImmutableInterlocked.Update(ref _sessions, sessions => sessions.Remove(session));

    public void Sent(Envelope envelope)
    {
        foreach (var session in _sessions)
        {
            session.SentEnvelopes.Add(envelope);
        }
    }

    public void Received(Envelope envelope)
    {
        foreach (var session in _sessions)
        {
            session.ReceivedEnvelopes.Add(envelope);
        }
    }

    public void Finished(Envelope envelope, MessageOutcome outcome, Exception? error)
    {
        foreach (var session in _sessions)
        {
            session.Deliveries.Enqueue(new TrackedDelivery(envelope, outcome, error));
        }
    }
}
