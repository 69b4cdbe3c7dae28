using System.Diagnostics.Metrics;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>What a listener has seen since it started; also published under the meter <c>Coordination.Mllp</c>.</summary>
public sealed class MllpStatistics : IDisposable
{
    private readonly Meter meter = new("Coordination.Mllp");
    private long connections, open, frames, junk, resyncs, oversize, timeouts, tlsHellos, unanswered;

    /// <summary>Starts from zero.</summary>
    public MllpStatistics()
    {
        meter.CreateObservableCounter("coordination.mllp.connections", () => Connections);
        meter.CreateObservableGauge("coordination.mllp.connections.open", () => OpenConnections);
        meter.CreateObservableCounter("coordination.mllp.frames", () => Frames);
        meter.CreateObservableCounter("coordination.mllp.junk", () => JunkBytes, "By");
        meter.CreateObservableCounter("coordination.mllp.resyncs", () => Resyncs);
        meter.CreateObservableCounter("coordination.mllp.oversize", () => Oversize);
        meter.CreateObservableCounter("coordination.mllp.timeouts", () => Timeouts);
        meter.CreateObservableCounter("coordination.mllp.tls_hellos", () => TlsHellos);
        meter.CreateObservableCounter("coordination.mllp.unanswered", () => Unanswered);
    }

    /// <summary>Connections accepted.</summary>
    public long Connections => Interlocked.Read(ref connections);

    /// <summary>Connections open now.</summary>
    public long OpenConnections => Interlocked.Read(ref open);

    /// <summary>Whole frames received.</summary>
    public long Frames => Interlocked.Read(ref frames);

    /// <summary>Bytes dropped between frames.</summary>
    public long JunkBytes => Interlocked.Read(ref junk);

    /// <summary>Frames begun anew by a second 0x0B.</summary>
    public long Resyncs => Interlocked.Read(ref resyncs);

    /// <summary>Frames over the limit.</summary>
    public long Oversize => Interlocked.Read(ref oversize);

    /// <summary>Connections closed for silence.</summary>
    public long Timeouts => Interlocked.Read(ref timeouts);

    /// <summary>Connections closed because the peer spoke TLS.</summary>
    public long TlsHellos => Interlocked.Read(ref tlsHellos);

    /// <summary>Frames left without an answer, their connection closed.</summary>
    public long Unanswered => Interlocked.Read(ref unanswered);

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    internal void Opened()
    {
        Interlocked.Increment(ref connections);
        Interlocked.Increment(ref open);
    }

    internal void Closed() => Interlocked.Decrement(ref open);

    internal void AddFrame() => Interlocked.Increment(ref frames);

    internal void AddJunk(int bytes) => Interlocked.Add(ref junk, bytes);

    internal void AddResync() => Interlocked.Increment(ref resyncs);

    internal void AddOversize() => Interlocked.Increment(ref oversize);

    internal void AddTimeout() => Interlocked.Increment(ref timeouts);

    internal void AddTlsHello() => Interlocked.Increment(ref tlsHellos);

    internal void AddUnanswered() => Interlocked.Increment(ref unanswered);
}
