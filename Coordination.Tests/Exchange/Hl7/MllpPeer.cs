using System.Net;
using System.Net.Sockets;
using System.Text;
using Coordination.Api.Exchange.Hl7.Mllp;

namespace Coordination.Tests.Exchange.Hl7;

/// <summary>A listener on a free port that answers each message with its own text after <c>ACK:</c>, and a raw socket to it.</summary>
internal sealed class MllpPeer : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private MllpPeer(MllpListener listener) => Listener = listener;

    public MllpListener Listener { get; }

    public static async Task<MllpPeer> StartAsync(
        Func<MllpOptions, MllpOptions>? configure = null, Func<MllpRequest, CancellationToken, Task<ReadOnlyMemory<byte>?>>? handler = null)
    {
        var options = new MllpOptions("link", new IPEndPoint(IPAddress.Loopback, 0));
        var listener = new MllpListener(configure?.Invoke(options) ?? options, handler ?? Echo);
        listener.Start();
        var peer = new MllpPeer(listener);
        await peer.socket.ConnectAsync(listener.EndPoint);
        return peer;
    }

    public static Task<ReadOnlyMemory<byte>?> Echo(MllpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOnlyMemory<byte>?>((byte[])[.. "ACK:"u8, .. request.Message.Span]);

    public static byte[] Frame(string text) => MllpFrames.Wrap(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
    }

    /// <summary>Everything answered until so many bytes came, or the peer closed.</summary>
    public async Task<string> ReceiveAsync(int atLeast)
    {
        using var limit = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (text.Length < atLeast)
        {
            var count = await ReadAsync(buffer, limit.Token);
            if (count == 0) break;
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    // A listener that closes on unread bytes resets the connection: closed, for the peer.
    private async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return 0;
        }
    }

    /// <summary>What comes before the listener closes the connection.</summary>
    public Task<string> ReceiveUntilClosedAsync() => ReceiveAsync(int.MaxValue);

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await Listener.DisposeAsync();
    }
}
