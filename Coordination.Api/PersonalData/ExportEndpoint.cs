using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Npgsql;

namespace Coordination.Api.PersonalData;

/// <summary><c>GET /exports/persons/{id}?ticket=…</c>: what is held about a person, streamed, noted before anything leaves.</summary>
public static class ExportEndpoint
{
    /// <summary>Where exports are.</summary>
    public const string Folder = "/exports";

    private static readonly (int Status, string Code) Unauthenticated = (StatusCodes.Status401Unauthorized, "UNAUTHENTICATED");
    private static readonly (int Status, string Code) Forbidden = (StatusCodes.Status403Forbidden, "FORBIDDEN");
    private static readonly (int Status, string Code) Gone = (StatusCodes.Status410Gone, "EXPORT_GONE");
    private static readonly (int Status, string Code) NotNoted = (StatusCodes.Status503ServiceUnavailable, "AUDIT_UNAVAILABLE");

    /// <summary>Maps it.</summary>
    public static void MapExports(this WebApplication app) => app.MapGet($"{Folder}/persons/{{id}}", SendAsync);

    /// <summary>The address of an export.</summary>
    public static string AddressOf(PersonKey person, string ticket) => $"{Folder}/persons/{NodeId.Encode("Person", person.Person.Value)}?ticket={ticket}";

    private static async Task SendAsync(HttpContext http, string id, ExportTickets tickets, ReadAudit audit, PackageHtml html, PackageJson json, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (refusal, person, format) = await OpenAsync(http, id, tickets, audit, clock);
        if (refusal is { } reason)
        {
            http.Response.StatusCode = reason.Status;
            await http.Response.WriteAsJsonAsync(new { code = reason.Code, message = Texts.Get($"Error.{reason.Code}") }, http.RequestAborted);
            return;
        }

        http.Response.ContentType = format is ExportFormat.Html ? "text/html; charset=utf-8" : "application/json";
        http.Response.Headers.ContentDisposition = format is ExportFormat.Html ? "inline" : "attachment; filename=\"donnees-personnelles.json\"";
        if (format is ExportFormat.Html) await html.WriteAsync(http.Response.Body, person, http.RequestAborted);
        else await json.WriteAsync(http.Response.BodyWriter, person, http.RequestAborted);
    }

    private static async Task<((int Status, string Code)? Refusal, PersonKey Person, ExportFormat Format)> OpenAsync(
        HttpContext http, string id, ExportTickets tickets, ReadAudit audit, TimeProvider clock)
    {
        if (http.FindSubject() is not { } subject) return (Unauthenticated, default, default);
        if (subject.Territory is not { } territory) return (Forbidden, default, default);
        // What she decided about sharing does not narrow her own right of access.
        var verdict = AccessPolicy.Decide(subject, AccessAction.ExportPersonData, new(territory, null, null), new(clock.GetUtcNow()));
        if (!verdict.Permitted) return (Forbidden, default, default);
        if (NodeId.TryDecode(id) is not ("Person", var guid)) return (Gone, default, default);
        var person = new PersonKey(territory, new(guid));
        if (await tickets.TakeAsync(http.Request.Query["ticket"].ToString(), person, subject.Id, http.RequestAborted) is not { } format) return (Gone, default, default);
        try
        {
            var entry = new TrailEntry(territory, AuditActions.Export, [guid], [.. Enum.GetValues<Domain.CareRecord.DataClass>()], [verdict.Rule], Detail: format.ToString());
            await audit.WriteAsync(subject, [entry], ReadOrigin.Of(http, "personExport"), http.RequestAborted);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
        {
            return (NotNoted, default, default);
        }

        return (null, person, format);
    }
}
