using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Api.Security;

/// <summary>Who asks, bound to one activity: the subject of every request and of every access decision.</summary>
/// <param name="Id">Who the identity provider vouches for: <c>provider:identifier</c>.</param>
/// <param name="Territory">The DAC; null outside every DAC.</param>
/// <param name="Establishment">The establishment worked for, if any.</param>
public sealed record Subject(
    string Id,
    string DisplayName,
    Role Role,
    string Organization,
    TerritoryId? Territory,
    Finess? Establishment,
    ProfessionalId? Professional)
{
    /// <summary>The CPTS whose figures an analyst reads; null for everybody else.</summary>
    public string? Community { get; init; }

    /// <summary>The habilitation under which the subject acts: the session and every event are bound to it.</summary>
    public Guid Activity { get; init; }

    /// <summary>The tenant whose rows this subject may meet: the DAC, else the establishment; null for nobody's.</summary>
    public TerritoryId? Tenant => Territory ?? (Establishment is { } finess ? TerritoryId.Of(finess) : null);

    /// <summary>The subject as the actor of a command.</summary>
    public Actor ToActor() => (Professional is { } professional ? Actor.Of(professional) : new Actor(Id, null)) with { Activity = Activity };
}
