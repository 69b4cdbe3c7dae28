using System.Globalization;
using System.Security.Cryptography;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Documents;
using Coordination.Domain.Kernel;
using Coordination.Projections.Documents;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Api.Documents;

/// <summary>What is said of a document that is deposited.</summary>
/// <param name="Replaces">Id of the document whose place it takes.</param>
/// <param name="CommandId">Sent again with the same id, it is the same document.</param>
public sealed record DocumentMetadata(DocumentKind Kind, DataClass Class, string Title, DateOnly? DatedOn = null, string? Replaces = null, Guid? CommandId = null);

/// <summary>Keeps documents: the fact in the log and the sealed content beside it, in one transaction.</summary>
public sealed class DocumentShelf(UnitOfWork work, DocumentStore store, SubjectContent contents, TimeProvider clock)
{
    /// <summary>Deposits; the document that it replaces, if any, is out of use in the same transaction.</summary>
    public async Task<(Guid Id, DomainError? Error)> DepositAsync(
        Subject subject, PersonKey person, DocumentMetadata metadata, byte[] content, MediaType type, CancellationToken cancellation)
    {
        Guid? replaces = metadata.Replaces is null ? null : NodeId.Decode("Document", metadata.Replaces, "replaces");
        var id = RecordCommands.NewId(subject, metadata.CommandId);
        var request = new CommandRequest(person.Territory, subject.ToActor(), id);
        var command = new DepositDocument(person.Person, metadata.Kind, metadata.Class, metadata.Title, metadata.DatedOn, type, content.LongLength,
            Convert.ToHexStringLower(SHA256.HashData(content)), replaces);
        for (var attempt = 1; ; attempt++)
        {
            await using var session = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
            var deposited = await work.StageAsync<DepositDocument, Document>(session, request, command, cancellation);
            if (deposited.Error is not null || !deposited.IsNew) return (id, deposited.Error);
            if (replaces is { } old)
            {
                var replaced = await work.StageAsync<ReplaceDocument, Document>(session, request with { StreamId = old }, new(person.Person, id), cancellation);
                if (replaced.Error is not null) return (id, replaced.Error);
            }

            try
            {
                session.QueueSqlCommand("insert into document_content (tenant_id, document_id, person_id, sealed) values ($1, $2, $3, $4)",
                    person.Territory.Value, id, person.Person.Value, contents.Seal(person.Territory.Value, person.Person.Value, id, content));
                await session.SaveChangesAsync(cancellation);
                return (id, null);
            }
            catch (SubjectErasedException)
            {
                return (id, new InvalidCommand("person", "PERSON_ERASED"));
            }
            catch (ConcurrencyException) when (attempt < 5)
            {
                // Somebody replaced or took back the same document at the same moment: decided anew.
            }
        }
    }

    /// <summary>The content; null once the person is erased.</summary>
    public async Task<byte[]?> OpenAsync(PersonKey person, Guid id, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(person.Territory.Value);
        var rows = await session.RawAsync("select sealed from document_content where tenant_id = $1 and document_id = $2", [person.Territory.Value, id],
            row => row.GetFieldValue<byte[]>(0), cancellation);
        return rows.Count == 0 ? null : await contents.OpenAsync(person.Territory.Value, person.Person.Value, id, rows[0], cancellation);
    }

    /// <summary>Whether a reader opened the document before.</summary>
    public async Task<bool> WasReadAsync(PersonKey person, Guid id, Subject subject, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(person.Territory.Value);
        return (await session.RawAsync("select 1 from document_read where tenant_id = $1 and document_id = $2 and reader = $3",
            [person.Territory.Value, id, subject.ToActor().Id], row => row.GetInt32(0), cancellation)).Count > 0;
    }

    /// <summary>Notes that a reader opens it, before the content leaves.</summary>
    public async Task NoteReadAsync(PersonKey person, Guid id, Subject subject, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(new Platform.EventStore.SessionOptions(person.Territory.Value));
        session.QueueSqlCommand(
            """
            insert into document_read (tenant_id, document_id, reader, first_at, last_at) values ($1, $2, $3, $4, $4)
            on conflict (tenant_id, document_id, reader) do update set last_at = excluded.last_at, times = document_read.times + 1
            """,
            person.Territory.Value, id, subject.ToActor().Id, clock.GetUtcNow());
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>A name for the file that says what it is, never whom it is about.</summary>
    public static string FileName(DocumentView view) =>
        $"{view.Document.Kind.ToString().ToLowerInvariant()}-{view.DepositedAt.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.{MediaTypes.Ending(view.Document.MediaType)}";
}
