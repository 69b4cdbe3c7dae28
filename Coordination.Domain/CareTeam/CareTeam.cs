using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>A membership that was not ended; it may have run out.</summary>
public sealed record TeamMember(ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Until)
{
    /// <summary>In force at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => Until is not { } end || instant < end;
}

/// <summary>A person's care team as its events tell it: one per person and territory.</summary>
public sealed record CareTeam(PersonId Person, ImmutableArray<TeamMember> Members)
{
    private static readonly Guid Space = new("8d1e1a52-6a1c-4f0f-a7a9-2b3f5c9d7e10");

    /// <summary>The id of a person's team.</summary>
    public static Guid IdOf(TerritoryId territory, PersonId person) => DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}");

    /// <summary>The membership of a professional; null when there is none.</summary>
    public TeamMember? Find(ProfessionalId professional) => Members.FirstOrDefault(m => m.Professional == professional);

    /// <summary>Equal when the members are the same ones too.</summary>
    public bool Equals(CareTeam? other) => other is not null && Person == other.Person && Members.SequenceEqual(other.Members);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, Members.Length);

    /// <summary>The team after one more fact.</summary>
    public static CareTeam Evolve(CareTeam? state, CareTeamEvent fact)
    {
        var team = state ?? new(fact.Person, []);
        return fact switch
        {
            MemberJoined e => team.With(new(e.Professional, e.Role, e.Basis, e.Until)),
            MembershipChanged e => team.With(new(e.Professional, e.Role, e.Basis, e.Until)),
            MemberLeft e => team with { Members = team.Members.RemoveAll(m => m.Professional == e.Professional) },
            _ => throw new UnreachableException(fact.GetType().Name),
        };
    }

    private CareTeam With(TeamMember member) => this with { Members = [.. Members.Where(m => m.Professional != member.Professional), member] };
}
