using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>A person's care team as its events tell it: one per person and territory.</summary>
public sealed record CareTeam(PersonId Person, ImmutableArray<TeamMember> Members)
{
    private static readonly Guid Space = new("8d1e1a52-6a1c-4f0f-a7a9-2b3f5c9d7e10");

    /// <summary>Structures that are members.</summary>
    public ImmutableArray<StructureMember> Structures { get; init; } = [];

    /// <summary>Relatives and informal carers.</summary>
    public ImmutableArray<Relative> Relatives { get; init; } = [];

    /// <summary>When those who left did so last, where it is known.</summary>
    public ImmutableArray<MemberEnd> Ends { get; init; } = [];

    /// <summary>The id of a person's team.</summary>
    public static Guid IdOf(TerritoryId territory, PersonId person) => DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}");

    /// <summary>The membership of a professional; null when there is none.</summary>
    public TeamMember? Find(ProfessionalId professional) => Members.FirstOrDefault(m => m.Professional == professional);

    /// <summary>The membership of a structure; null when there is none.</summary>
    public StructureMember? Find(Finess structure) => Structures.FirstOrDefault(s => s.Structure == structure);

    /// <summary>Equal when the members are the same ones too.</summary>
    public bool Equals(CareTeam? other) => other is not null && Person == other.Person && Members.SequenceEqual(other.Members)
        && Structures.SequenceEqual(other.Structures) && Relatives.SequenceEqual(other.Relatives) && Ends.SequenceEqual(other.Ends);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, Members.Length, Structures.Length, Relatives.Length);

    /// <summary>The team after one more fact.</summary>
    public static CareTeam Evolve(CareTeam? state, CareTeamEvent fact) => Evolve(state, fact, null);

    /// <summary>The same where it is known when the fact happened.</summary>
    public static CareTeam Evolve(CareTeam? state, CareTeamEvent fact, DateTimeOffset? at)
    {
        var team = state ?? new(fact.Person, []);
        return fact switch
        {
            MemberJoined e => team.With(new TeamMember(e.Professional, e.Role, e.Basis, e.Until) { Since = at }),
            MemberExpected e => team.With(new TeamMember(e.Professional, e.Role, e.Basis, e.Until) { Since = e.Since }),
            ReplacementStarted e => team.With(new TeamMember(e.Professional, e.Role, e.Basis, e.Until) { Since = at, Replaces = e.Replaced }),
            MembershipChanged e => team.With((team.Find(e.Professional) ?? new(e.Professional, e.Role, e.Basis, e.Until)) with { Role = e.Role, Basis = e.Basis, Until = e.Until }),
            MemberLeft e => team with
            {
                Members = team.Members.RemoveAll(m => m.Professional == e.Professional),
                Ends = at is { } end ? [.. team.Ends.Where(l => l.Professional != e.Professional), new(e.Professional, end)] : team.Ends,
            },
            StructureJoined e => team.With(new StructureMember(e.Structure, e.Role, e.Basis, e.Until, [])),
            StructureMembershipChanged e => team.Change(e.Structure, s => s with { Role = e.Role, Basis = e.Basis, Until = e.Until }),
            StructureLeft e => team with { Structures = team.Structures.RemoveAll(s => s.Structure == e.Structure) },
            StructureProfessionalNamed e => team.Change(e.Structure, s => s with { Named = s.Named.Add(e.Professional) }),
            StructureProfessionalRemoved e => team.Change(e.Structure, s => s with { Named = s.Named.Remove(e.Professional) }),
            RelativeAdded e => team with { Relatives = team.Relatives.Add(new(e.RelativeId, e.Name, e.Phone, e.Tie, e.Role, e.Days)) },
            RelativeChanged e => team with { Relatives = [.. team.Relatives.Select(r => r.Id == e.RelativeId ? new(r.Id, e.Name, e.Phone, e.Tie, e.Role, e.Days) : r)] },
            RelativeRemoved e => team with { Relatives = team.Relatives.RemoveAll(r => r.Id == e.RelativeId) },
            _ => throw new UnreachableException(fact.GetType().Name),
        };
    }

    private CareTeam With(TeamMember member) => this with { Members = [.. Members.Where(m => m.Professional != member.Professional), member] };

    private CareTeam With(StructureMember member) => this with { Structures = [.. Structures.Where(s => s.Structure != member.Structure), member] };

    private CareTeam Change(Finess structure, Func<StructureMember, StructureMember> change) =>
        this with { Structures = [.. Structures.Select(s => s.Structure == structure ? change(s) : s)] };
}
