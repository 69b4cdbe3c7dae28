using System.Diagnostics;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Documents;

/// <summary>A document as its events tell it.</summary>
public sealed record Document(
    PersonId Person, DocumentKind Kind, DataClass Class, Protected<string> Title, DateOnly? DatedOn, MediaType MediaType, long Size, string Sha256, Guid? Replaces, DocumentStatus Status)
{
    /// <summary>The document that took its place.</summary>
    public Guid? ReplacedBy { get; init; }

    /// <summary>Why it was taken back.</summary>
    public Protected<string>? Reason { get; init; }

    /// <summary>The document after one more fact.</summary>
    public static Document Evolve(Document? state, DocumentEvent fact) => (state, fact) switch
    {
        (null, DocumentDeposited e) => new(e.Person, e.Kind, e.Class, e.Title, e.DatedOn, e.MediaType, e.Size, e.Sha256, e.Replaces, DocumentStatus.Deposited),
        ({ } s, DocumentReplaced e) => s with { Status = DocumentStatus.Replaced, ReplacedBy = e.By },
        ({ } s, DocumentWithdrawn e) => s with { Status = DocumentStatus.Withdrawn, Reason = e.Reason },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no document" : "a document")}"),
    };
}
