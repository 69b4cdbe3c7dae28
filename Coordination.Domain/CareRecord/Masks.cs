using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareRecord;

/// <summary>Professionals from whom something is kept, equal by content.</summary>
public sealed record Masks(ImmutableArray<ProfessionalId> From)
{
    /// <summary>From nobody.</summary>
    public static Masks None { get; } = new([]);

    /// <summary>Whether this professional is one of them.</summary>
    public bool Contains(ProfessionalId professional) => From.Contains(professional);

    /// <summary>With one more.</summary>
    public Masks With(ProfessionalId professional) => Contains(professional) ? this : new([.. From, professional]);

    /// <summary>With one less.</summary>
    public Masks Without(ProfessionalId professional) => new([.. From.Where(p => p != professional)]);

    /// <inheritdoc />
    public bool Equals(Masks? other) => other is not null && From.SequenceEqual(other.From);

    /// <inheritdoc />
    public override int GetHashCode() => From.Length;
}
