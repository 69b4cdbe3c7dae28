using System.Net;
using System.Net.Sockets;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>One peer: reads, hands frames over one at a time, writes the answers.</summary>
internal sealed class MllpConnection(
    Socket socket,
    MllpOptions options,
    MllpStatistics statistics,
    Func<MllpRequest, CancellationToken, Task<ReadOnlyMemory<byte>?>> handler,
    Action<Exception>? handlerFailed) : IDisposable
{
    private readonly MllpDecoder decoder = new(options.MaximumFrame, statistics);
    private readonly byte[] packet = new byte[16 * 1024];
    private readonly EndPoint? remote = socket.RemoteEndPoint;

    public void Dispose() => socket.Dispose();

    public async Task ServeAsync(CancellationToken stopping, CancellationToken aborting)
    {
        while (!stopping.IsCancellationRequested)
        {
            var received = await ReceiveAsync(stopping);
            if (received == 0) return;
            for (var position = 0; position < received;)
            {
                var signal = decoder.Read(packet.AsSpan(position, received - position), out var consumed);
                position += consumed;
                if (!await ActAsync(signal, aborting)) return;
                if (stopping.IsCancellationRequested) return;
            }
        }
    }

    private async Task<int> ReceiveAsync(CancellationToken stopping)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        idle.CancelAfter(decoder.IsInside && options.FrameTimeout < options.IdleTimeout ? options.FrameTimeout : options.IdleTimeout);
        try
        {
            return await socket.ReceiveAsync(packet, SocketFlags.None, idle.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            statistics.AddTimeout();
            return 0;
        }
    }

    private async Task<bool> ActAsync(MllpSignal signal, CancellationToken aborting)
    {
        switch (signal)
        {
            case MllpSignal.NeedMore:
                return true;
            case MllpSignal.Frame:
                statistics.AddFrame();
                return await AnswerAsync(decoder.Frame, aborting);
            case MllpSignal.TooLarge:
                statistics.AddOversize();
                if (options.OversizeAnswer is { } answer) await RefuseAsync(answer(decoder.Frame), aborting);
                return false;
            case MllpSignal.TlsHello:
                statistics.AddTlsHello();
                return false;
            default:
                return false;
        }
    }

    private async Task<bool> AnswerAsync(ReadOnlyMemory<byte> message, CancellationToken aborting)
    {
        ReadOnlyMemory<byte>? answer = null;
        try
        {
            answer = await handler(new MllpRequest(options.Link, remote, message), aborting);
        }
        catch (Exception e)
        {
            // Whatever failed, no answer is the one answer that loses nothing.
            handlerFailed?.Invoke(e);
        }

        if (answer is null) statistics.AddUnanswered();
        else await MllpFrames.WriteAsync(socket, answer.Value, aborting);
        return answer is not null;
    }

    // The peer is still sending: closing with unread bytes would reset the connection and could lose the answer, so what is on its way is
    // read and dropped, for a bounded amount and time.
    private async Task RefuseAsync(ReadOnlyMemory<byte> answer, CancellationToken aborting)
    {
        await MllpFrames.WriteAsync(socket, answer, aborting);
        socket.Shutdown(SocketShutdown.Send);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(aborting);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        for (var left = 64L * 1024 * 1024; left > 0;)
        {
            var received = await socket.ReceiveAsync(packet, SocketFlags.None, limit.Token);
            if (received == 0) return;
            left -= received;
        }
    }
}
