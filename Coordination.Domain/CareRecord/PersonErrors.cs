using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>No such person in this territory.</summary>
public sealed record PersonNotFound() : DomainError("PERSON_NOT_FOUND");

/// <summary>The identity became another one's: that one is spoken to.</summary>
public sealed record PersonIsMerged(PersonId Survivor) : DomainError("PERSON_IS_MERGED");

/// <summary>A doubtful or fictitious identity is neither validated nor qualified.</summary>
public sealed record IdentityBlocked(IdentityAttribute Attribute) : DomainError("IDENTITY_BLOCKED");

/// <summary>Strict traits under an INS are INSi's, and another INS is not written over one: the INS is removed first.</summary>
public sealed record InsStands(string OfField) : DomainError("INS_STANDS", OfField);

/// <summary>Both have a coordination record: one of them has to be closed first.</summary>
public sealed record BothRecordsOpen() : DomainError("BOTH_RECORDS_OPEN");

/// <summary>Only the identity that would go has a record: it is the one that stays.</summary>
public sealed record MergeOtherWay() : DomainError("MERGE_OTHER_WAY", "survivor");

/// <summary>Two matricules are two persons.</summary>
public sealed record MatriculesDiffer() : DomainError("MATRICULES_DIFFER");

/// <summary>The other identity did not become this person's.</summary>
public sealed record NotMerged() : DomainError("NOT_MERGED", "merged");

/// <summary>No such comparison of identities.</summary>
public sealed record IdentityTaskNotFound() : DomainError("IDENTITY_TASK_NOT_FOUND");

/// <summary>The comparison is over.</summary>
public sealed record IdentityTaskClosed() : DomainError("IDENTITY_TASK_CLOSED");
