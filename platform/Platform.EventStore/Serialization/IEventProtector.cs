namespace Platform.EventStore;

/// <summary>
/// Told around the synchronous serialisation of each event which event is being written, so that a JSON converter on the same
/// thread can seal personal data with it (associated data: tenant, event id, alias).
/// </summary>
public interface IEventProtector
{
    /// <summary>The event written until the result is disposed.</summary>
    IDisposable BeginWrite(string tenantId, Guid eventId, string alias);
}
