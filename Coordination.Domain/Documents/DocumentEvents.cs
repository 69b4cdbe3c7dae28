using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Documents;

/// <summary>Facts of a document. Its content stands outside the log, sealed with the person's key.</summary>
/// <param name="Person">Whom it is about.</param>
public abstract record DocumentEvent(PersonId Person) : IDomainEvent;

/// <summary>A document was deposited.</summary>
/// <param name="Class">How far into the person's data it reaches: who may not read that class may not open it.</param>
/// <param name="DatedOn">The day that the document itself bears.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="Sha256">Hash of the content, lower-case hexadecimal.</param>
/// <param name="Replaces">The document whose place it takes.</param>
public sealed record DocumentDeposited(
    PersonId Person, DocumentKind Kind, DataClass Class, Protected<string> Title, DateOnly? DatedOn, MediaType MediaType, long Size, string Sha256, Guid? Replaces)
    : DocumentEvent(Person);

/// <summary>Another document took its place; who had read it may read it still.</summary>
public sealed record DocumentReplaced(PersonId Person, Guid By) : DocumentEvent(Person);

/// <summary>The document was taken back; who had read it may read it still.</summary>
public sealed record DocumentWithdrawn(PersonId Person, Protected<string> Reason) : DocumentEvent(Person);
