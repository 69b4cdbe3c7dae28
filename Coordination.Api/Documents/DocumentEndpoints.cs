using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Documents;
using Coordination.Domain.Kernel;
using Coordination.Projections.Documents;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Documents;

/// <summary>
/// <c>POST /documents/{recordId}</c> deposits a document, <c>GET /documents/{id}/content</c> gives it. What the subject may not know of looks like what
/// does not exist; a reading is noted before anything leaves.
/// </summary>
public static class DocumentEndpoints
{
    /// <summary>Where documents are.</summary>
    public const string Folder = "/documents";

    // Each upload is in memory while it is sealed: a few at a time.
    private static readonly SemaphoreSlim Uploads = new(4);

    /// <summary>Maps them.</summary>
    public static void MapDocuments(this WebApplication app)
    {
        app.MapPost($"{Folder}/{{recordId}}", DepositAsync).DisableAntiforgery();
        app.MapGet($"{Folder}/{{id}}/content", SendAsync);
    }

    private static async Task<IResult> DepositAsync(HttpContext http, string recordId, DocumentShelf shelf, DocumentStore store, TimeProvider clock)
    {
        if (http.FindSubject() is not { Territory: { } territory } subject) return Problem(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED");
        if (!http.Request.Headers.ContainsKey("Authorization") && !http.Request.Headers.ContainsKey(SessionEndpoints.ScriptHeader)) return Problem(StatusCodes.Status400BadRequest, "SCRIPT_HEADER_MISSING");
        if (NodeId.TryDecode(recordId) is not ("CareRecord", var stream)) return Problem(StatusCodes.Status404NotFound, "CARE_RECORD_NOT_FOUND");
        await using var session = store.QuerySession(territory.Value);
        if (await session.LoadAsync<Projections.CareRecord.CareRecordView>(stream, http.RequestAborted) is not { } record) return Problem(StatusCodes.Status404NotFound, "CARE_RECORD_NOT_FOUND");
        var person = new PersonKey(territory, record.Record.PersonId);
        if (!await MayAsync(store, subject, AccessAction.DepositDocument, person, DataClass.Administrative, clock, http.RequestAborted))
            return Problem(StatusCodes.Status404NotFound, "CARE_RECORD_NOT_FOUND");
        await Uploads.WaitAsync(http.RequestAborted);
        try
        {
            var (metadata, content, wrong) = await DocumentUpload.ReadAsync(http);
            if (wrong is not null) return Problem(wrong.Status, wrong.Code, wrong.Field);
            if (!await MayAsync(store, subject, AccessAction.DepositDocument, person, metadata!.Class, clock, http.RequestAborted)) return Problem(StatusCodes.Status403Forbidden, "FORBIDDEN", "class");
            if (metadata.Replaces is { } old && NodeId.TryDecode(old) is not ("Document", _)) return Problem(StatusCodes.Status400BadRequest, "INVALID_INPUT", "replaces");
            if (content.Length == 0) return Problem(StatusCodes.Status400BadRequest, "DOCUMENT_EMPTY", "file");
            if (MediaTypes.Of(content) is not { } type) return Problem(StatusCodes.Status415UnsupportedMediaType, "DOCUMENT_TYPE_NOT_KEPT", "file");
            var (id, error) = await shelf.DepositAsync(subject, person, metadata, content, type, http.RequestAborted);
            return error is null
                ? Results.Json(new { id = NodeId.Encode("Document", id) }, statusCode: StatusCodes.Status201Created)
                : Problem(StatusCodes.Status422UnprocessableEntity, error);
        }
        finally
        {
            Uploads.Release();
        }
    }

    private static async Task<IResult> SendAsync(HttpContext http, string id, DocumentShelf shelf, DocumentStore store, ReadAudit audit, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.FindSubject() is not { Territory: { } territory } subject) return Problem(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED");
        await using var session = store.QuerySession(territory.Value);
        if (NodeId.TryDecode(id) is not ("Document", var stream) || await session.LoadAsync<DocumentView>(stream, http.RequestAborted) is not { } view)
            return Problem(StatusCodes.Status404NotFound, "DOCUMENT_NOT_FOUND");
        var person = new PersonKey(territory, view.Document.Person);
        var verdict = await DecideAsync(store, subject, AccessAction.ReadDocuments, person, view.Document.Class, clock, http.RequestAborted);
        if (!verdict.Permitted) return Problem(StatusCodes.Status404NotFound, "DOCUMENT_NOT_FOUND");
        if (view.Document.Status is not DocumentStatus.Deposited && view.By != subject.ToActor().Id && !await shelf.WasReadAsync(person, stream, subject, http.RequestAborted))
            return Problem(StatusCodes.Status410Gone, "DOCUMENT_NOT_CURRENT");
        if (await shelf.OpenAsync(person, stream, http.RequestAborted) is not { } content) return Problem(StatusCodes.Status410Gone, "DOCUMENT_ERASED");
        try
        {
            await audit.WriteAsync(subject, [new(territory, AuditActions.OpenDocument, [person.Person.Value], [view.Document.Class], [verdict.Rule], Detail: view.Document.Kind.ToString())],
                ReadOrigin.Of(http, "document"), http.RequestAborted);
            await shelf.NoteReadAsync(person, stream, subject, http.RequestAborted);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, "AUDIT_UNAVAILABLE");
        }

        // The content is somebody else's: it is shown in a box of its own, and never guessed to be something else.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{DocumentShelf.FileName(view)}\"";
        return Results.Bytes(content, MediaTypes.Name(view.Document.MediaType));
    }

    private static async Task<AccessVerdict> DecideAsync(
        DocumentStore store, Subject subject, AccessAction action, PersonKey person, DataClass reach, TimeProvider clock, CancellationToken cancellation)
    {
        var access = (await PersonAccessLoader.ReadAsync(store, [person], cancellation))[person];
        return AccessPolicy.Decide(subject, action, new(person.Territory, null, access.FactsFor(subject)) { Class = reach }, new(clock.GetUtcNow()));
    }

    private static async Task<bool> MayAsync(
        DocumentStore store, Subject subject, AccessAction action, PersonKey person, DataClass reach, TimeProvider clock, CancellationToken cancellation) =>
        (await DecideAsync(store, subject, action, person, reach, clock, cancellation)).Permitted;

    private static IResult Problem(int status, DomainError error) => error is InvalidCommand invalid
        ? Results.Json(new { code = error.Code, field = invalid.FieldName, rule = invalid.Rule, message = CommandErrors.Invalid(invalid.FieldName, invalid.Rule).Message }, statusCode: status)
        : Problem(status, error.Code, error.Field);

    private static IResult Problem(int status, string code, string? field = null) =>
        Results.Json(new { code, field, message = Texts.Get($"Error.{code}", field, "") }, statusCode: status);
}
