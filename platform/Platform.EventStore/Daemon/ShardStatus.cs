namespace Platform.EventStore;

/// <summary>How far an async projection has come on this node.</summary>
/// <param name="Name">The view's table.</param>
/// <param name="Leads">Whether this node runs it.</param>
/// <param name="Position">The last position it has taken in.</param>
/// <param name="Lag">Positions behind the head.</param>
/// <param name="StoppedAt">Position of the event it could not take in; null while it runs.</param>
/// <param name="Error">Type of the error, without its message; null while it runs.</param>
public sealed record ShardStatus(string Name, bool Leads, long Position, long Lag, long? StoppedAt, string? Error);
