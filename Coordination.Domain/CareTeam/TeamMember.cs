using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareTeam;

/// <summary>A membership that was not ended; it may have run out, or not have begun.</summary>
public sealed record TeamMember(ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Until)
{
    /// <summary>When it began or will begin; null when that is not known here.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The member whose absence is filled.</summary>
    public ProfessionalId? Replaces { get; init; }

    /// <summary>In force at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => !(Since > instant) && !RanOutBy(instant);

    /// <summary>Over at this instant.</summary>
    public bool RanOutBy(DateTimeOffset instant) => Until <= instant;
}

/// <summary>A structure's membership that was not ended, with the professionals it named.</summary>
public sealed record StructureMember(Finess Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until, ImmutableArray<ProfessionalId> Named)
{
    /// <summary>Over at this instant.</summary>
    public bool RanOutBy(DateTimeOffset instant) => Until <= instant;

    /// <summary>Equal when the same ones are named too.</summary>
    public bool Equals(StructureMember? other) => other is not null
        && (Structure, Role, Basis, Until) == (other.Structure, other.Role, other.Basis, other.Until) && Named.SequenceEqual(other.Named);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Structure, Role, Basis, Named.Length);
}

/// <summary>When a professional's last membership was ended.</summary>
public sealed record MemberEnd(ProfessionalId Professional, DateTimeOffset At);
