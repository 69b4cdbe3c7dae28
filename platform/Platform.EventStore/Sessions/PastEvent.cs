namespace Platform.EventStore;

/// <summary>A fact of the past, with what the session and the clock would have said of it when it was recorded.</summary>
/// <param name="Id">The event's id; unique in its tenant, best in the order of time.</param>
/// <param name="Data">The fact.</param>
/// <param name="RecordedAt">When it was recorded, and happened.</param>
/// <param name="UserName">Identifier of the actor, never a name.</param>
public sealed record PastEvent(Guid Id, object Data, DateTimeOffset RecordedAt, string UserName);
