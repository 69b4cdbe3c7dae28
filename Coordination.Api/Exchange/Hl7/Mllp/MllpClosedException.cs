namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>The peer closed the connection, or answered something that is no frame, before an acknowledgement.</summary>
public sealed class MllpClosedException(Exception? inner = null) : IOException("connection closed without an acknowledgement", inner);
