namespace Coordination.Simulator.Bench;

/// <summary>Figures of a set of durations, in milliseconds.</summary>
public sealed record Spread(int Count, double Median, double P90, double P95, double P99, double Max)
{
    /// <summary>The figures by nearest rank; all zero for an empty set.</summary>
    public static Spread Of(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Select(d => d.TotalMilliseconds).Order().ToArray();
        double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
        return new(sorted.Length, At(0.5), At(0.9), At(0.95), At(0.99), At(1));
    }
}
