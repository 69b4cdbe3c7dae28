using Coordination.Api.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Platform.GraphQL;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CareTeam;

/// <summary>A team at a time.</summary>
/// <param name="View">Null when there was none.</param>
/// <param name="At">The instant at which memberships are in force or not.</param>
/// <param name="IsPast">It is not read as it is now.</param>
internal sealed record TeamAt(CareTeamView? View, DateTimeOffset At, bool IsPast);

/// <summary>Reads a team as it is, as it was on a date, or as it was known on one.</summary>
internal static class CareTeamReader
{
    private static readonly CareTeamProjection Projection = new();

    /// <summary>
    /// Facts recorded by <paramref name="knownAt"/> that had happened by <paramref name="onDate"/>, each in its own order. A team may have
    /// facts older than its first one, told late: the whole stream is read, not its beginning.
    /// </summary>
    public static async Task<TeamAt> ReadAsync(IResolverContext context, CareRecordNode node, DateTimeOffset? onDate, DateTimeOffset? knownAt)
    {
        var (on, known) = ((onDate ?? node.AsOf?.OnDate)?.ToUniversalTime(), (knownAt ?? node.AsOf?.KnownAt)?.ToUniversalTime());
        var now = context.Service<TimeProvider>().GetUtcNow();
        if (on is null && known is null) return new((await PersonAccessLoader.ReadNowAsync(context, node.Person)).Team, now, false);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var events = await session.Events.FetchStreamAsync(Team.IdOf(node.Territory, node.View.Record.PersonId), timestamp: known, ct: context.RequestAborted);
        var view = events.Where(e => !(e.OccurredAt > on)).Aggregate((CareTeamView?)null, Projection.Evolve);
        return new(view, on ?? known ?? now, true);
    }

    /// <summary>The médecin traitant at that time; null when there was none.</summary>
    public static Membership? PhysicianOf(TeamAt team) =>
        team.View?.Memberships.FirstOrDefault(m => m.Role is TeamRole.PrincipalPhysician && m.StandsAt(team.At));
}
