using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Platform.EventStore;

namespace Coordination.Projections.CareTeam;

/// <summary>One row per team, with a row per membership of a professional, in the transaction of its events.</summary>
public sealed class CareTeamProjection : SingleStreamProjection<CareTeamView>
{
    /// <summary>The view's table: looked up by person; memberships by professional.</summary>
    public static ViewDefinition<CareTeamView> View { get; } = new ViewDefinition<CareTeamView>("care_team", 2)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Person.Value)
        .Index("person_id")
        .Rows(Members);

    private static ViewRows<CareTeamView, (PersonId Person, Membership Membership)> Members =>
        new ViewRows<CareTeamView, (PersonId Person, Membership Membership)>("member", v => v.Memberships.Select(m => (v.Person, m)))
            .Column("professional_id", "uuid", m => m.Membership.Professional.Value)
            .Column("person_id", "uuid", m => m.Person.Value)
            .Column("basis", "text", m => m.Membership.Basis)
            .Column("since", "timestamp with time zone", m => m.Membership.Since)
            .Column("until", "timestamp with time zone", m => m.Membership.Until)
            .Index("professional_id", "person_id");

    /// <summary>The table of memberships.</summary>
    public static string MemberTable => $"{View.Table}_member";

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["care_team"];

    /// <inheritdoc />
    public override CareTeamView? Evolve(CareTeamView? view, IEvent e) => e.Data is CareTeamEvent fact
        ? After(view ?? new(e.StreamId, fact.Person, [], 0), fact, e.OccurredAt) with { Version = e.Version }
        : view;

    private static CareTeamView After(CareTeamView team, CareTeamEvent fact, DateTimeOffset at) => fact switch
    {
        MemberJoined e => Begin(team, new(e.Professional, e.Role, e.Basis, at, e.Until, null)),
        MemberExpected e => Begin(team, new(e.Professional, e.Role, e.Basis, e.Since, e.Until, null)),
        ReplacementStarted e => Begin(team, new(e.Professional, e.Role, e.Basis, at, e.Until, null) { Replaces = e.Replaced }),
        MembershipChanged e => Last(team, e.Professional, m => m with { Role = e.Role, Basis = e.Basis, Until = e.Until }),
        MemberLeft e => Last(team, e.Professional, m => m with { Until = at, Left = e.Reason }),
        StructureJoined e => team with { Structures = team.Structures.Add(new(e.Structure, e.Role, e.Basis, at, e.Until, null)) },
        StructureMembershipChanged e => Named(Last(team, e.Structure, s => s with { Role = e.Role, Basis = e.Basis, Until = e.Until }),
            m => m.Through == e.Structure && m.Left is null, m => m with { Role = e.Role, Basis = e.Basis, Until = e.Until }),
        StructureLeft e => Named(Last(team, e.Structure, s => s with { Until = at, Left = e.Reason }),
            m => m.Through == e.Structure && m.Left is null, m => m with { Until = at, Left = e.Reason }),
        StructureProfessionalNamed e => team.Structures.LastOrDefault(s => s.Structure == e.Structure) is { } within
            ? team with { Memberships = team.Memberships.Add(new(e.Professional, within.Role, within.Basis, at, within.Until, null) { Through = e.Structure }) }
            : team,
        StructureProfessionalRemoved e => Named(team, m => m.Through == e.Structure && m.Left is null && m.Professional == e.Professional, m => m with { Until = at, Left = LeaveReason.Ended }),
        RelativeAdded e => team with { Relatives = team.Relatives.Add(new(new(e.RelativeId, e.Name, e.Phone, e.Tie, e.Role, e.Days), at, null)) },
        RelativeChanged e => Known(team, e.RelativeId, r => r with { Relative = new(e.RelativeId, e.Name, e.Phone, e.Tie, e.Role, e.Days) }),
        RelativeRemoved e => Known(team, e.RelativeId, r => r with { Until = at }),
        _ => team,
    };

    // A membership that was announced and never began gives way to the one that takes its place.
    private static CareTeamView Begin(CareTeamView team, Membership membership) => team with
    {
        Memberships = [.. team.Memberships.Where(m => m.Professional != membership.Professional || m.Through is not null || m.Left is not null || m.Until <= membership.Since), membership],
    };

    // Read as of a past day a team may have an end without its beginning, which was told later: nothing then ends.
    private static CareTeamView Last(CareTeamView team, ProfessionalId professional, Func<Membership, Membership> change) =>
        team.Memberships.LastOrDefault(m => m.Professional == professional && m.Through is null) is { } last
            ? team with { Memberships = team.Memberships.Replace(last, change(last)) }
            : team;

    private static CareTeamView Last(CareTeamView team, Finess structure, Func<StructureMembership, StructureMembership> change) =>
        team.Structures.LastOrDefault(s => s.Structure == structure) is { } last ? team with { Structures = team.Structures.Replace(last, change(last)) } : team;

    private static CareTeamView Named(CareTeamView team, Func<Membership, bool> which, Func<Membership, Membership> change) =>
        team with { Memberships = [.. team.Memberships.Select(m => which(m) ? change(m) : m)] };

    private static CareTeamView Known(CareTeamView team, Guid relative, Func<RelativeMembership, RelativeMembership> change) =>
        team with { Relatives = [.. team.Relatives.Select(r => r.Relative.Id == relative ? change(r) : r)] };
}
