using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>Facts of a person's care team (équipe de prise en charge).</summary>
/// <param name="Person">Whose team it is.</param>
public abstract record CareTeamEvent(PersonId Person) : IDomainEvent;

/// <summary>A professional became a member, or came back.</summary>
/// <param name="Until">End of the membership when it is known from the start.</param>
public sealed record MemberJoined(PersonId Person, ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Until) : CareTeamEvent(Person);

/// <summary>A member left; what was read stays noted.</summary>
public sealed record MemberLeft(PersonId Person, ProfessionalId Professional, LeaveReason Reason) : CareTeamEvent(Person);

/// <summary>Role, ground or end of a membership changed.</summary>
public sealed record MembershipChanged(PersonId Person, ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Until) : CareTeamEvent(Person);
