namespace Platform.EventStore.Protection;

/// <summary>The event that this thread is serialising.</summary>
public sealed record EventBeingWritten(string TenantId, Guid EventId, string Alias);

/// <summary>Keeps the event being written in the thread, where a JSON converter finds it.</summary>
public sealed class AmbientEventProtector : IEventProtector
{
    [ThreadStatic]
    private static EventBeingWritten? _current;

    /// <summary>The event that this thread is serialising; null outside an append.</summary>
    public static EventBeingWritten? Current => _current;

    /// <inheritdoc />
    public IDisposable BeginWrite(string tenantId, Guid eventId, string alias)
    {
        var before = _current;
        _current = new EventBeingWritten(tenantId, eventId, alias);
        return new Scope(before);
    }

    private sealed class Scope(EventBeingWritten? before) : IDisposable
    {
        public void Dispose() => _current = before;
    }
}
