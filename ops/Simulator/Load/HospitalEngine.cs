using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Simulator.Load;

/// <summary>
/// Sends as the interface engine of a hospital does: at the hour, whatever the platform does (open loop), over several connections with one
/// message under way on each; a message without an answer is sent again, unchanged, until it has one.
/// </summary>
public sealed class HospitalEngine(int port, int connections)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private int answered;

    /// <summary>Messages answered so far.</summary>
    public int Answered => Volatile.Read(ref answered);

    /// <summary>Sends them at their hours, told by <paramref name="gap"/> as the time to the next one; ends when each was answered.</summary>
    public async Task SendAsync(IReadOnlyList<Announcement> messages, Func<TimeSpan> gap, CancellationToken cancellation)
    {
        var waiting = Channel.CreateUnbounded<Announcement>();
        var sending = Task.WhenAll(Enumerable.Range(0, connections).Select(_ => ServeAsync(waiting.Reader, cancellation)));
        var due = Stopwatch.GetTimestamp();
        foreach (var message in messages)
        {
            due += (long)(gap().TotalSeconds * Stopwatch.Frequency);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } left) await Task.Delay(left, cancellation);
            message.DueAt = due;
            await waiting.Writer.WriteAsync(message, cancellation);
        }

        waiting.Writer.Complete();
        await sending;
    }

    private async Task ServeAsync(ChannelReader<Announcement> waiting, CancellationToken cancellation)
    {
        MllpClient? client = null;
        try
        {
            await foreach (var message in waiting.ReadAllAsync(cancellation))
                client = await DeliverAsync(client, message, cancellation);
        }
        finally
        {
            client?.Dispose();
        }
    }

    private async Task<MllpClient> DeliverAsync(MllpClient? client, Announcement message, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                client ??= await MllpClient.ConnectAsync("127.0.0.1", port, cancellation);
                message.Sendings++;
                var answer = await client.SendAsync(message.Body, Patience, cancellation);
                var at = Stopwatch.GetTimestamp();
                message.Answer = Hl7Parser.Parse(answer, Hl7Reading.Default, out _)?["MSA"].Field(1).Text ?? "";
                if (message.Answer == "AA") message.AcknowledgedAt = at;
                Interlocked.Increment(ref answered);
                return client;
            }
            catch (Exception e) when (e is SocketException or IOException or TimeoutException)
            {
                // No answer says nothing: it may have been stored or not.
                client?.Dispose();
                client = null;
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
