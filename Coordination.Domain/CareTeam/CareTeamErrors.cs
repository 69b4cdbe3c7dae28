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

/// <summary>This structure is not a member.</summary>
public sealed record NotATeamStructure() : DomainError("NOT_A_TEAM_STRUCTURE", "structure");

/// <summary>No relative of this id.</summary>
public sealed record RelativeNotFound() : DomainError("RELATIVE_NOT_FOUND", "relativeId");

/// <summary>No such invitation, or none for the one who asks.</summary>
public sealed record InvitationNotFound() : DomainError("INVITATION_NOT_FOUND");

/// <summary>The invitation was answered, or withdrawn.</summary>
public sealed record InvitationAnswered() : DomainError("INVITATION_ANSWERED");

/// <summary>The same was invited already, and an answer is awaited.</summary>
public sealed record InvitationIsOpen() : DomainError("INVITATION_OPEN");

/// <summary>The invitation ran out.</summary>
public sealed record InvitationRanOut() : DomainError("INVITATION_RAN_OUT");
