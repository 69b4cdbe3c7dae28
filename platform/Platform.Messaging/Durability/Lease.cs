namespace Platform.Messaging;

/// <summary>One delivery of one message to one node. Owner and attempt together are the fence: a later delivery has another attempt.</summary>
internal sealed record Lease(Envelope Envelope, string Node, long Sequence)
{
    public object?[] Key => [Envelope.TenantId, Envelope.Id, Envelope.Destination, Node, Envelope.Attempts];
}
