namespace Coordination.Domain.Kernel;

/// <summary>What any text that somebody typed must satisfy.</summary>
public static class PlainText
{
    /// <summary>PostgreSQL stores no U+0000; null passes.</summary>
    public static bool HasNoNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
