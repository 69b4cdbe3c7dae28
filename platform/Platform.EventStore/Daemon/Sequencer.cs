using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// Gives committed events their global positions: dense, without gaps, in a stream by version. One node leads; two at once would
/// collide on the position's key and neither lose nor fork anything.
/// </summary>
public sealed class Sequencer(LeaderConnection leader)
{
    /// <summary>The name under which it is led.</summary>
    public const string Purpose = "sequencer";

    private const int Page = 5000;

    /// <summary>Numbers everything that is committed.</summary>
    /// <returns>How many events, and the last position; null if another node leads.</returns>
    /// <exception cref="LeaderLostException">Another node took over meanwhile.</exception>
    public async Task<(int Moved, long Head)?> RunAsync(CancellationToken ct = default)
    {
        if (await leader.TryLeadAsync(Purpose, ct) is null) return null;
        var total = 0;
        while (true)
        {
            var (moved, head) = await leader.WriteAsync(Purpose, (connection, epoch) => SequenceAsync(connection, epoch, Page, ct), ct);
            total += moved;
            if (moved < Page) return (total, head);
        }
    }

    internal static async Task<(int Moved, long Head)> SequenceAsync(NpgsqlConnection connection, long epoch, int page, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select moved, head from es_sequence($1, $2)", connection)
        {
            Parameters = { new() { Value = epoch }, new() { Value = page } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt32(0), row.GetInt64(1));
    }
}
