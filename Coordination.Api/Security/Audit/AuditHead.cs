using System.Globalization;

namespace Coordination.Api.Security.Audit;

/// <summary>The last link of the chain: whoever has it can tell later that nothing before it was rewritten.</summary>
public sealed record AuditHead(long Position, byte[] Hash)
{
    /// <summary>Before the first row.</summary>
    public static AuditHead Start { get; } = new(0, new byte[32]);

    /// <summary>Position and hash, as <c>audit head</c> prints them and the log of heads keeps them after the time.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Position} {Convert.ToHexStringLower(Hash)}");

    /// <summary>The heads of a log of heads (<c>time position hash</c> a line); a line that is none is <see cref="FormatException"/>.</summary>
    public static IReadOnlyList<AuditHead> ReadLog(string file) =>
        [.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => l.Split(' ') is [_, var position, var hash]
            ? new AuditHead(long.Parse(position, CultureInfo.InvariantCulture), Convert.FromHexString(hash))
            : throw new FormatException($"{file} has a line that is no head"))];
}
