using System.Net.Sockets;
using System.Text;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Api.Exchange.Hl7.Wire;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Harness;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>A hospital's feed seen from both ends: bytes on the socket, and what the platform kept of them.</summary>
internal static class HospitalFeed
{
    private static int number;

    /// <summary>A number that no other test of this run uses.</summary>
    public static string NextIpp() => $"BAD{Interlocked.Increment(ref number):00000}";

    public static PersonTraits Traits(Ins? ins = null) =>
        new("DURAND", null, ["JEANNE"], Sex.Female, new(1942, 6, 1), "47990", null, new CommuneCode("47001"), ins, IdentityStatus.Qualified);

    /// <summary>Writes raw bytes on a new connection, and reads until so many answers came or the platform closed.</summary>
    public static async Task<IReadOnlyList<Hl7Message>> ExchangeAsync(this PlatformFixture platform, int answers, params byte[][] packets)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(platform.Mllp);
        var sending = SendAsync(socket, packets);
        using var statistics = new MllpStatistics();
        var decoder = new MllpDecoder(1024 * 1024, statistics);
        var found = new List<Hl7Message>();
        using var limit = new CancellationTokenSource(MllpPeer.Patience);
        var buffer = new byte[4096];
        while (found.Count < answers)
        {
            var count = await socket.ReceiveAsync(buffer, SocketFlags.None, limit.Token);
            if (count == 0) break;
            for (var position = 0; position < count;)
            {
                if (decoder.Read(buffer.AsSpan(position, count - position), out var consumed) == MllpSignal.Frame) found.Add(Parse(decoder.Frame.Span));
                position += consumed;
            }
        }

        await sending;
        return found;
    }

    /// <summary>Sends one message and gives its acknowledgement.</summary>
    public static async Task<Hl7Message> AskAsync(this PlatformFixture platform, byte[] message)
    {
        using var client = await MllpClient.ConnectAsync(platform.Mllp.Address.ToString(), platform.Mllp.Port);
        return Parse(await client.SendAsync(message, MllpPeer.Patience));
    }

    public static Hl7Message Parse(ReadOnlySpan<byte> ack) => Hl7Parser.Parse(ack, Hl7Reading.Default, out _).ShouldNotBeNull();

    /// <summary>MSA-1, then each ERR as code and place.</summary>
    public static string Verdict(this Hl7Message ack) =>
        string.Join(' ', [ack["MSA"].Field(1).Text, .. ack.All("ERR").Select(e => $"{e.Field(3).Component(1).Text}@{e.Field(2).Raw}")]);

    /// <summary>What was kept under a control id: disposition and event, one line per row.</summary>
    public static async Task<IReadOnlyList<string>> KeptAsync(this PlatformFixture platform, string controlId)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand("select disposition || ' ' || trigger from hl7_message where control_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = controlId });
        return await ReadAsync<string>(command);
    }

    /// <summary>One value of the whole database, as the worker sees it.</summary>
    public static async Task<T> CountAsync<T>(this PlatformFixture platform, string sql)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(sql);
        return (await ReadAsync<T>(command))[0];
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    private static async Task SendAsync(Socket socket, byte[][] packets)
    {
        foreach (var packet in packets)
        {
            ReadOnlyMemory<byte> left = packet;
            while (!left.IsEmpty) left = left[await socket.SendAsync(left, SocketFlags.None)..];
        }
    }
}
