using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>Facts of a request for access.</summary>
public abstract record AccessRequestEvent : IDomainEvent;

/// <summary>A professional described a person and asked for access.</summary>
/// <param name="Person">Whom the description matched; null for nobody.</param>
/// <param name="Described">Names and birth date as given, sealed with the key of the person, or with one made for this request.</param>
/// <param name="Text">Why, in own words.</param>
public sealed record AccessRequested(ProfessionalId By, PersonId? Person, Protected<string> Described, AccessReason Reason, Protected<string> Text) : AccessRequestEvent;

/// <summary>The referent or a coordinator let the professional in, on a stated ground.</summary>
public sealed record AccessGranted(TeamRole Role, LegalCase Basis, DateTimeOffset? Until) : AccessRequestEvent;

/// <summary>The referent or a coordinator said no.</summary>
/// <param name="Reason">Said to the one who asked; of the request's subject.</param>
public sealed record AccessRefused(Protected<string> Reason) : AccessRequestEvent;
