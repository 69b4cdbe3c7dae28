using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Contacts;

/// <summary>Facts of a contact.</summary>
public abstract record ContactEvent : IDomainEvent;

/// <summary>The DAC was in contact about a person.</summary>
public sealed record ContactRecorded(PersonId Person, ProfessionalId By, ContactFacts Facts, Protected<string>? Named, Protected<string>? Text) : ContactEvent;

/// <summary>What is right about it; both stay to be read.</summary>
public sealed record ContactRecordCorrected(ContactFacts Facts, Protected<string>? Named, Protected<string>? Text) : ContactEvent;

/// <summary>It did not take place: recorded twice or about the wrong person.</summary>
public sealed record ContactWithdrawn : ContactEvent;

/// <summary>No such contact about this person.</summary>
public sealed record RecordedContactNotFound() : DomainError("RECORDED_CONTACT_NOT_FOUND");

/// <summary>It was taken back.</summary>
public sealed record ContactIsWithdrawn() : DomainError("CONTACT_WITHDRAWN");

/// <summary>Only somebody of the directory has contacts.</summary>
public sealed record ContactNeedsProfessional() : DomainError("CONTACT_NEEDS_PROFESSIONAL");
