namespace Platform.EventStore.Protection;

/// <summary>Where a sealed value was written; authenticated with the value.</summary>
/// <param name="TenantId">The tenant of the event, whatever tenant a copy is in.</param>
/// <param name="SubjectId">The person whose key seals it.</param>
/// <param name="EventId">The event.</param>
/// <param name="Alias">The event's stored alias.</param>
/// <param name="Field">The field's stored name.</param>
public sealed record SealedOrigin(string TenantId, Guid SubjectId, Guid EventId, string Alias, string Field);
