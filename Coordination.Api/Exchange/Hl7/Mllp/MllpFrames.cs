using System.Net.Sockets;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>Writes frames.</summary>
public static class MllpFrames
{
    /// <summary>A message in its frame.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> message) => [MllpDecoder.StartBlock, .. message, MllpDecoder.EndBlock, (byte)'\r'];

    /// <summary>Sends a message in its frame, whole.</summary>
    public static async Task WriteAsync(Socket socket, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> left = Wrap(message.Span);
        while (!left.IsEmpty) left = left[await socket.SendAsync(left, SocketFlags.None, cancellationToken)..];
    }
}
