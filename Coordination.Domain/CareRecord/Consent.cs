namespace Coordination.Domain.CareRecord;

/// <summary>A consent as it was given, or taken back.</summary>
/// <param name="Until">Last day; null without an end.</param>
public sealed record Consent(ConsentMeans Means, DateOnly On, DateOnly? Until, bool Withdrawn)
{
    /// <summary>Stands on this day.</summary>
    public bool StandsOn(DateOnly day) => !Withdrawn && (Until is not { } end || day <= end);
}
