using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>This professional is not a member.</summary>
public sealed record NotATeamMember() : DomainError("NOT_A_TEAM_MEMBER", "professional");

/// <summary>The person has a médecin traitant already.</summary>
public sealed record PrincipalPhysicianExists(ProfessionalId Physician) : DomainError("PRINCIPAL_PHYSICIAN_EXISTS", "role");

/// <summary>Only a professional asks for access.</summary>
public sealed record NotAProfessional() : DomainError("NOT_A_PROFESSIONAL");

/// <summary>No such request for access.</summary>
public sealed record AccessRequestNotFound() : DomainError("ACCESS_REQUEST_NOT_FOUND");

/// <summary>The request was answered already.</summary>
public sealed record AccessRequestAnswered() : DomainError("ACCESS_REQUEST_ANSWERED");

/// <summary>The description matches nobody who is followed here.</summary>
public sealed record AccessRequestMatchesNobody() : DomainError("ACCESS_REQUEST_MATCHES_NOBODY");
