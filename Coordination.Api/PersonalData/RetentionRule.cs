using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Api.PersonalData;

/// <summary>How long a territory keeps what it knows of a person, counted from her last contact.</summary>
/// <param name="ActiveMonths">After which her record leaves the active base (CNIL 2023-095: two years).</param>
/// <param name="ArchiveMonths">After which an archived person is erased; null for never by itself.</param>
/// <param name="DutyMonths">For which the territory must keep whatever the person asks.</param>
public sealed record RetentionRule(int ActiveMonths, int? ArchiveMonths, int DutyMonths)
{
    /// <summary>Of a territory that decided nothing.</summary>
    public static RetentionRule Default { get; } = new(24, null, 0);

    /// <summary>Last day of the active base.</summary>
    public DateOnly ActiveUntil(DateTimeOffset lastContact) => Day(lastContact).AddMonths(ActiveMonths);

    /// <summary>Last day of the archive, counted from the day of archiving; null for no end.</summary>
    public DateOnly? ArchivedUntil(DateTimeOffset archivedAt) => ArchiveMonths is { } months ? Day(archivedAt).AddMonths(months) : null;

    /// <summary>Last day of the duty to keep; null without one.</summary>
    public DateOnly? DutyUntil(DateTimeOffset lastContact) => DutyMonths > 0 ? Day(lastContact).AddMonths(DutyMonths) : null;

    /// <summary>The day of an instant in Paris.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(WorkingDays.ToParis(instant).DateTime);

    /// <summary>A territory's rule.</summary>
    public static async Task<RetentionRule> ReadAsync(DocumentStore store, TerritoryId territory, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(territory.Value);
        var rules = await session.RawAsync(
            "select active_months, archive_months, duty_months from retention_rule where tenant_id = $1", [territory.Value],
            row => new RetentionRule(row.GetInt32(0), row.IsDBNull(1) ? null : row.GetInt32(1), row.GetInt32(2)), cancellation);
        return rules.SingleOrDefault() ?? Default;
    }
}
