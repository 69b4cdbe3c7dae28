using System.Net.Sockets;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Simulator.Hl7;

/// <summary>Sends files of messages over one connection and says what was answered.</summary>
public sealed class MessageSender(int port, TextWriter output, TextWriter error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends every message in order; 0 when each was answered AA, 1 otherwise. <c>-</c> is standard input.</summary>
    public async Task<int> SendAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        try
        {
            var messages = new List<byte[]>();
            foreach (var file in files) messages.AddRange(Split(await ReadAsync(file, cancellationToken)));
            if (messages.Count == 0) return await FailAsync("no message: a message begins with MSH");
            using var client = await MllpClient.ConnectAsync("127.0.0.1", port, cancellationToken);
            var accepted = true;
            foreach (var message in messages) accepted &= Print(await client.SendAsync(message, Patience, cancellationToken));
            return accepted ? 0 : 1;
        }
        catch (SocketException)
        {
            return await FailAsync($"nobody listens on port {port}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return await FailAsync(e.Message);
        }
    }

    /// <summary>The messages of a file: each begins at a line that starts with MSH; line ends become CR, as the wire wants them.</summary>
    public static IReadOnlyList<byte[]> Split(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var messages = new List<byte[]>();
        var current = new List<byte>();
        foreach (var range in bytes.SplitAny((byte)'\r', (byte)'\n'))
        {
            var line = bytes[range];
            if (line.StartsWith("MSH"u8)) Flush();
            else if (current.Count == 0) continue;
            if (line.IsEmpty) continue;
            current.AddRange(line);
            current.Add((byte)'\r');
        }

        Flush();
        return messages;

        void Flush()
        {
            if (current.Count > 0) messages.Add([.. current]);
            current.Clear();
        }
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file != "-") return await File.ReadAllBytesAsync(file, cancellationToken);
        using var input = Console.OpenStandardInput();
        using var copy = new MemoryStream();
        await input.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    private bool Print(byte[] answer)
    {
        var ack = Hl7Parser.Parse(answer, Hl7Reading.Default, out _);
        if (ack is null)
        {
            output.WriteLine("unreadable acknowledgement");
            return false;
        }

        var msa = ack["MSA"];
        output.WriteLine($"{msa.Field(1).Text} {msa.Field(2).Text} {ack["MSH"].Field(9).Raw}");
        foreach (var err in ack.All("ERR"))
            output.WriteLine($"  {err.Field(4).Text} {err.Field(3).Component(1).Text} {err.Field(2).Raw} {err.Field(5).Text} {err.Field(8).Text}");
        return msa.Field(1).Text == "AA";
    }

    private async Task<int> FailAsync(string reason)
    {
        await error.WriteLineAsync(reason);
        return 1;
    }
}
