using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Kernel;

/// <summary>Who acts: a professional in one activity, or the platform itself.</summary>
/// <param name="Id">Stable id written to the metadata of every event.</param>
/// <param name="Professional">The professional, null for the platform and its interfaces.</param>
public sealed record Actor(string Id, ProfessionalId? Professional)
{
    /// <summary>The habilitation under which a professional acts; empty for the platform and its interfaces.</summary>
    public Guid Activity { get; init; }

    /// <summary>A rule of the platform, without a person behind it.</summary>
    public static Actor Platform { get; } = new("platform", null);

    /// <summary>An interface link of an establishment.</summary>
    public static Actor Interface(string link) => new($"interface:{link}", null);

    /// <summary>A professional.</summary>
    public static Actor Of(ProfessionalId professional) => new(professional.ToString(), professional);
}
