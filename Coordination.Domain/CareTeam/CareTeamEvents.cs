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

/// <summary>A professional will be a member from a day to come.</summary>
public sealed record MemberExpected(PersonId Person, ProfessionalId Professional, TeamRole Role, LegalCase Basis, DateTimeOffset Since, DateTimeOffset? Until) : CareTeamEvent(Person);

/// <summary>A professional stands in for a member who is away; both are members while it lasts.</summary>
/// <param name="Replaced">Who is away.</param>
public sealed record ReplacementStarted(
    PersonId Person, ProfessionalId Professional, ProfessionalId Replaced, TeamRole Role, LegalCase Basis, DateTimeOffset Until) : CareTeamEvent(Person);

/// <summary>A structure became a member, or came back. It lets nobody in but the professionals it names.</summary>
public sealed record StructureJoined(PersonId Person, Finess Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until) : CareTeamEvent(Person);

/// <summary>Role, ground or end of a structure's membership changed.</summary>
public sealed record StructureMembershipChanged(PersonId Person, Finess Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until) : CareTeamEvent(Person);

/// <summary>A structure left, and with it everybody it named.</summary>
public sealed record StructureLeft(PersonId Person, Finess Structure, LeaveReason Reason) : CareTeamEvent(Person);

/// <summary>A professional works for the person within a structure that is a member.</summary>
public sealed record StructureProfessionalNamed(PersonId Person, Finess Structure, ProfessionalId Professional) : CareTeamEvent(Person);

/// <summary>A professional works for the person no longer within this structure.</summary>
public sealed record StructureProfessionalRemoved(PersonId Person, Finess Structure, ProfessionalId Professional) : CareTeamEvent(Person);

/// <summary>A relative or an informal carer is known.</summary>
/// <param name="RelativeId">Chosen by the sender, unique within the team.</param>
/// <param name="Days">Days on which he or she is there.</param>
public sealed record RelativeAdded(
    PersonId Person, Guid RelativeId, Protected<string> Name, Protected<string>? Phone, RelativeTie Tie, RelativeRole Role, WeekDays Days) : CareTeamEvent(Person);

/// <summary>What is known of a relative changed.</summary>
public sealed record RelativeChanged(
    PersonId Person, Guid RelativeId, Protected<string> Name, Protected<string>? Phone, RelativeTie Tie, RelativeRole Role, WeekDays Days) : CareTeamEvent(Person);

/// <summary>A relative takes part no longer.</summary>
public sealed record RelativeRemoved(PersonId Person, Guid RelativeId) : CareTeamEvent(Person);
