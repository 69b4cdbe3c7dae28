using System.Buffers;

namespace Coordination.Api.Exchange.Hl7.Mllp;

/// <summary>What the bytes read so far amount to.</summary>
public enum MllpSignal
{
    /// <summary>More bytes are needed.</summary>
    NeedMore,

    /// <summary>A whole frame is in <see cref="MllpDecoder.Frame"/>.</summary>
    Frame,

    /// <summary>The frame exceeds the limit; its head is in <see cref="MllpDecoder.Frame"/>.</summary>
    TooLarge,

    /// <summary>The peer speaks TLS.</summary>
    TlsHello,

    /// <summary>The peer sends bytes that begin no frame.</summary>
    Junk,
}

/// <summary>
/// Cuts a byte stream into frames: 0x0B, message, 0x1C 0x0D. Packets may cut anywhere. Bytes between frames are counted and dropped; a
/// second 0x0B starts the frame anew; a frame whose last 0x0D is replaced by the next 0x0B is accepted. Not thread-safe.
/// </summary>
public sealed class MllpDecoder(int maximumFrame, MllpStatistics statistics)
{
    /// <summary>Starts a frame.</summary>
    public const byte StartBlock = 0x0B;

    /// <summary>Ends a frame, before a carriage return.</summary>
    public const byte EndBlock = 0x1C;

    private const byte CarriageReturn = 0x0D;
    private const int MostJunk = 64 * 1024;
    private ArrayBufferWriter<byte> buffer = new(1024);
    private State state = State.Outside;
    private int junk;
    private bool first = true;

    private enum State
    {
        Outside,
        Inside,
        Ending,
    }

    /// <summary>The last frame told by a signal.</summary>
    public ReadOnlyMemory<byte> Frame { get; private set; }

    /// <summary>A frame has begun and not ended.</summary>
    public bool IsInside => state != State.Outside;

    /// <summary>Reads bytes up to the first signal; <paramref name="consumed"/> says how far, and the rest is to be given again.</summary>
    public MllpSignal Read(ReadOnlySpan<byte> bytes, out int consumed)
    {
        consumed = 0;
        while (consumed < bytes.Length)
        {
            var rest = bytes[consumed..];
            int used;
            var signal = state switch
            {
                State.Outside => Outside(rest, out used),
                State.Inside => Inside(rest, out used),
                _ => Ending(rest[0], out used),
            };
            consumed += used;
            if (signal != MllpSignal.NeedMore) return signal;
        }

        return MllpSignal.NeedMore;
    }

    private MllpSignal Outside(ReadOnlySpan<byte> bytes, out int used)
    {
        // The first byte of a TLS record; no frame begins with it.
        if (first && bytes[0] == 0x16)
        {
            used = bytes.Length;
            return MllpSignal.TlsHello;
        }

        first = false;
        var start = bytes.IndexOf(StartBlock);
        var dropped = start < 0 ? bytes.Length : start;
        statistics.AddJunk(dropped);
        junk += dropped;
        used = start < 0 ? bytes.Length : start + 1;
        if (junk > MostJunk) return MllpSignal.Junk;
        if (start < 0) return MllpSignal.NeedMore;
        state = State.Inside;
        junk = 0;
        buffer.ResetWrittenCount();
        return MllpSignal.NeedMore;
    }

    private MllpSignal Inside(ReadOnlySpan<byte> bytes, out int used)
    {
        var mark = bytes.IndexOfAny(StartBlock, EndBlock);
        var data = mark < 0 ? bytes : bytes[..mark];
        used = mark < 0 ? bytes.Length : mark + 1;
        var room = maximumFrame - buffer.WrittenCount;
        if (data.Length > room)
        {
            buffer.Write(data[..room]);
            Frame = buffer.WrittenMemory;
            return MllpSignal.TooLarge;
        }

        buffer.Write(data);
        if (mark < 0) return MllpSignal.NeedMore;
        if (bytes[mark] == EndBlock) state = State.Ending;
        else Resynchronise();
        return MllpSignal.NeedMore;
    }

    private MllpSignal Ending(byte next, out int used)
    {
        used = next == CarriageReturn ? 1 : 0;
        if (next is CarriageReturn or StartBlock)
        {
            // The frame keeps its own memory: the caller may still hold it while the next one is read.
            Frame = buffer.WrittenMemory;
            buffer = new ArrayBufferWriter<byte>(1024);
            state = State.Outside;
            return MllpSignal.Frame;
        }

        buffer.Write([EndBlock]);
        state = State.Inside;
        return MllpSignal.NeedMore;
    }

    private void Resynchronise()
    {
        statistics.AddResync();
        buffer.ResetWrittenCount();
    }
}
