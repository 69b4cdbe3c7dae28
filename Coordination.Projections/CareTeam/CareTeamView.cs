using System.Collections.Immutable;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Platform.EventStore;

namespace Coordination.Projections.CareTeam;

/// <summary>A person's care team, with everybody who ever was in it.</summary>
public sealed record CareTeamView(Guid Id, PersonId Person, ImmutableArray<Membership> Memberships, long Version);

/// <summary>A membership: from when to when, on what ground.</summary>
/// <param name="Until">When it ends or ended; null while no end is known.</param>
/// <param name="Left">Why it ended, when somebody ended it.</param>
public sealed record Membership(ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset Since, DateTimeOffset? Until, LeaveReason? Left)
{
    /// <summary>In force at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => Since <= instant && (Until is not { } end || instant < end);
}

/// <summary>One row per team, with a row per membership, in the transaction of its events.</summary>
public sealed class CareTeamProjection : SingleStreamProjection<CareTeamView>
{
    /// <summary>The view's table: looked up by person; memberships by professional.</summary>
    public static ViewDefinition<CareTeamView> View { get; } = new ViewDefinition<CareTeamView>("care_team", 1)
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
    public override CareTeamView? Evolve(CareTeamView? view, IEvent e)
    {
        if (e.Data is not CareTeamEvent fact) return view;
        var past = view?.Memberships ?? [];
        var last = past.LastOrDefault(m => m.Professional == Who(fact));
        return new(e.StreamId, fact.Person, fact switch
        {
            MemberJoined joined => past.Add(new(joined.Professional, joined.Role, joined.Basis, e.OccurredAt, joined.Until, null)),
            MembershipChanged changed => past.Replace(last!, last! with { Role = changed.Role, Basis = changed.Basis, Until = changed.Until }),
            MemberLeft left => past.Replace(last!, last! with { Until = e.OccurredAt, Left = left.Reason }),
            _ => past,
        }, e.Version);
    }

    private static ProfessionalId? Who(CareTeamEvent fact) => fact switch
    {
        MemberJoined e => e.Professional,
        MembershipChanged e => e.Professional,
        MemberLeft e => e.Professional,
        _ => null,
    };
}
