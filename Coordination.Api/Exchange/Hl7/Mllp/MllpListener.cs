using System.Net;
using System.Net.Sockets;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>
/// Accepts connections and serves each in sequence: one frame, one answer, in order. A handler that returns null, or fails, leaves its
/// message unanswered and the connection closed, so that the sender sends it again.
/// </summary>
public sealed class MllpListener : IAsyncDisposable
{
    private readonly MllpOptions options;
    private readonly Func<MllpRequest, CancellationToken, Task<ReadOnlyMemory<byte>?>> handler;
    private readonly Action<Exception>? handlerFailed;
    private readonly Socket socket;
    private readonly SemaphoreSlim slots;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private readonly HashSet<Task> running = [];
    private Task accepting = Task.CompletedTask;
    private bool disposed;

    /// <summary>A listener that is not started yet; <paramref name="handlerFailed"/> is told of a failure of the handler.</summary>
    public MllpListener(
        MllpOptions options, Func<MllpRequest, CancellationToken, Task<ReadOnlyMemory<byte>?>> handler, Action<Exception>? handlerFailed = null)
    {
        (this.options, this.handler, this.handlerFailed) = (options, handler, handlerFailed);
        socket = new Socket(options.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        slots = new SemaphoreSlim(options.MaximumConnections);
    }

    /// <summary>Counts since the start.</summary>
    public MllpStatistics Statistics { get; } = new();

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)socket.LocalEndPoint!;

    /// <summary>Binds and accepts; throws <see cref="SocketException"/> when the port is taken.</summary>
    public void Start()
    {
        socket.Bind(options.EndPoint);
        socket.Listen(512);
        accepting = AcceptAsync();
    }

    /// <summary>Accepts no more, closes idle connections, lets requests under way be answered, cancels them after the drain time.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        socket.Close();
        Task[] left;
        lock (running) left = [.. running];
        var all = Task.WhenAll(left);
        if (await Task.WhenAny(all, Task.Delay(options.DrainTimeout)) == all) return;
        await aborting.CancelAsync();
        await Task.WhenAny(all, Task.Delay(options.DrainTimeout));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await StopAsync();
        socket.Dispose();
        slots.Dispose();
        stopping.Dispose();
        aborting.Dispose();
        Statistics.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await slots.WaitAsync(stopping.Token);
                Socket peer;
                try
                {
                    peer = await socket.AcceptAsync(stopping.Token);
                }
                catch
                {
                    slots.Release();
                    throw;
                }

                Track(ServeAsync(peer));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A peer that left before it was accepted; or no descriptor is free, and accepting at once again would spin.
                await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(50)), Task.Delay(Timeout.Infinite, stopping.Token));
            }
        }
    }

    private void Track(Task serving)
    {
        lock (running) running.Add(serving);
        _ = serving.ContinueWith(
            done =>
            {
                lock (running) running.Remove(done);
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task ServeAsync(Socket peer)
    {
        await Task.Yield();
        Statistics.Opened();
        try
        {
            using var connection = new MllpConnection(peer, options, Statistics, handler, handlerFailed);
            await connection.ServeAsync(stopping.Token, aborting.Token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The peer left, or the listener stops: nothing was answered, so the sender will send again.
        }
        finally
        {
            Statistics.Closed();
            slots.Release();
        }
    }
}
