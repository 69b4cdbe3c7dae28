using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Directory;

/// <summary>Facts of a habilitation: what one person may do in one activity (situation d'exercice). It is of the activity, never of the person.</summary>
public abstract record HabilitationEvent : IDomainEvent;

/// <summary>Somebody may act, in a role, for a structure.</summary>
/// <param name="Identity">Whom the provider vouches for, <c>provider:identifier</c>.</param>
/// <param name="Rpps">The professional's number, if there is one.</param>
/// <param name="Organization">The structure, in words.</param>
/// <param name="Territory">The DAC acted in; null outside every DAC.</param>
/// <param name="Establishment">The establishment acted for.</param>
/// <param name="Community">The CPTS whose figures are read.</param>
public sealed record HabilitationGranted(
    string Identity, string DisplayName, Rpps? Rpps, Role Role, string Organization, TerritoryId? Territory, Finess? Establishment, string? Community,
    ProfessionalId? Professional, DateTimeOffset From, DateTimeOffset? Until) : HabilitationEvent;

/// <summary>The habilitation is over: nothing more is done under it.</summary>
public sealed record HabilitationEnded(string Reason) : HabilitationEvent;
