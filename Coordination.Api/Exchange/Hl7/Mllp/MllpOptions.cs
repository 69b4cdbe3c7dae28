using System.Net;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>How a listener behaves.</summary>
/// <param name="Link">Name given to every request of this listener.</param>
/// <param name="EndPoint">Where to listen; port 0 takes a free one.</param>
public sealed record MllpOptions(string Link, IPEndPoint EndPoint)
{
    /// <summary>Largest frame in bytes.</summary>
    public int MaximumFrame { get; init; } = 2 * 1024 * 1024;

    /// <summary>Silence after which a connection is closed.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Silence inside a frame after which a connection is closed: whoever begins a message sends the rest.</summary>
    public TimeSpan FrameTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections served at once; further ones wait to be accepted.</summary>
    public int MaximumConnections { get; init; } = 256;

    /// <summary>How long a stop waits for requests under way before it cancels them.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The answer to a frame over the limit, made from its first bytes; without one the connection is closed unanswered.</summary>
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? OversizeAnswer { get; init; }
}
