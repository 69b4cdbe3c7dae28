using System.Collections.Immutable;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;

namespace Coordination.Projections.CareTeam;

/// <summary>A person's care team, with everybody who ever was in it.</summary>
/// <param name="Memberships">Professionals, whether members themselves or named by a structure that is one: each lets in.</param>
public sealed record CareTeamView(Guid Id, PersonId Person, ImmutableArray<Membership> Memberships, long Version)
{
    /// <summary>Structures; they let nobody in but the professionals they name.</summary>
    public ImmutableArray<StructureMembership> Structures { get; init; } = [];

    /// <summary>Relatives and informal carers; they read nothing here.</summary>
    public ImmutableArray<RelativeMembership> Relatives { get; init; } = [];
}

/// <summary>A professional's membership: from when to when, on what ground.</summary>
/// <param name="Until">When it ends or ended; null while no end is known.</param>
/// <param name="Left">Why it ended, when somebody ended it.</param>
public sealed record Membership(ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset Since, DateTimeOffset? Until, LeaveReason? Left)
{
    /// <summary>The structure that named her; null for a member of her own.</summary>
    public Finess? Through { get; init; }

    /// <summary>The member whose absence is filled.</summary>
    public ProfessionalId? Replaces { get; init; }

    /// <summary>In force at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => Since <= instant && (Until is not { } end || instant < end);
}

/// <summary>A structure's membership: from when to when, on what ground.</summary>
public sealed record StructureMembership(Finess Structure, TeamRole Role, LegalCase Basis, DateTimeOffset Since, DateTimeOffset? Until, LeaveReason? Left)
{
    /// <summary>In force at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => Since <= instant && (Until is not { } end || instant < end);
}

/// <summary>A relative: from when to when he or she takes part.</summary>
public sealed record RelativeMembership(Relative Relative, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>Takes part at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => Since <= instant && (Until is not { } end || instant < end);
}
