namespace Platform.EventStore;

/// <summary>What is known of a stream without reading it: its version is the number of its events, the times are those of record of the first and the last.</summary>
public sealed record StreamState(Guid Id, string StreamType, long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string TenantId);
