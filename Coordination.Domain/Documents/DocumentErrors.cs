using Coordination.Domain.Kernel;

namespace Coordination.Domain.Documents;

/// <summary>No such document, or none that the subject may know of.</summary>
public sealed record DocumentNotFound() : DomainError("DOCUMENT_NOT_FOUND");

/// <summary>The document was replaced or taken back already.</summary>
public sealed record DocumentNotCurrent() : DomainError("DOCUMENT_NOT_CURRENT", "replaces");

/// <summary>A document takes the place of one about the same person only.</summary>
public sealed record DocumentOfAnotherPerson() : DomainError("DOCUMENT_OF_ANOTHER_PERSON", "replaces");
