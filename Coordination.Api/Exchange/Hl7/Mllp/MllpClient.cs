using System.Net.Sockets;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>Sends messages over one connection and waits for each answer. Not thread-safe.</summary>
public sealed class MllpClient : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly MllpStatistics statistics = new();
    private readonly MllpDecoder decoder;
    private byte[] pending = [];

    private MllpClient() => decoder = new MllpDecoder(LargestAnswer, statistics);

    /// <summary>Connects; throws <see cref="SocketException"/> when nobody listens.</summary>
    public static async Task<MllpClient> ConnectAsync(string host, int port, CancellationToken cancellationToken = default)
    {
        var client = new MllpClient();
        try
        {
            await client.socket.ConnectAsync(host, port, cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Sends a message and returns its answer. Throws <see cref="TimeoutException"/> when none comes in time and
    /// <see cref="MllpClosedException"/> when the peer closes without one: in both cases the message may be sent again.
    /// </summary>
    public async Task<byte[]> SendAsync(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await MllpFrames.WriteAsync(socket, message, limit.Token);
            return await ReceiveAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("no acknowledgement in time");
        }
        catch (SocketException e)
        {
            throw new MllpClosedException(e);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        socket.Dispose();
        statistics.Dispose();
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        var packet = new byte[16 * 1024];
        while (true)
        {
            if (pending.Length > 0)
            {
                var signal = decoder.Read(pending, out var consumed);
                pending = pending[consumed..];
                if (signal == MllpSignal.Frame) return decoder.Frame.ToArray();
                if (signal != MllpSignal.NeedMore) throw new MllpClosedException();
            }

            if (pending.Length > 0) continue;
            var received = await socket.ReceiveAsync(packet, SocketFlags.None, cancellationToken);
            if (received == 0) throw new MllpClosedException();
            pending = packet[..received];
        }
    }
}
