using System.Net;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>A frame to be answered.</summary>
/// <param name="Link">Name of the listener's link.</param>
/// <param name="Remote">The peer.</param>
/// <param name="Message">The message without its frame; the handler may keep it.</param>
public sealed record MllpRequest(string Link, EndPoint? Remote, ReadOnlyMemory<byte> Message)
{
    /// <summary>Link and size, no content.</summary>
    public override string ToString() => $"{Link} {Message.Length} bytes";
}
