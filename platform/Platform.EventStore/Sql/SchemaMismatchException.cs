namespace Platform.EventStore;

/// <summary>The database is not as the program needs it.</summary>
public sealed class SchemaMismatchException(IReadOnlyList<string> differences)
    : Exception("The database is not as this program needs it: " + string.Join("; ", differences) + ".")
{
    /// <summary>Each difference, with what to do.</summary>
    public IReadOnlyList<string> Differences { get; } = differences;
}
