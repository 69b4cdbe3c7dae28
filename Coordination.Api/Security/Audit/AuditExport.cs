using System.Globalization;
using System.Text;
using Coordination.Api.Resources;
using Coordination.Domain.Identifiers;
using Npgsql;
using Platform.GraphQL;

namespace Coordination.Api.Security.Audit;

/// <summary><c>GET /audit/trail.csv</c>: the trail for a spreadsheet, streamed, for the auditor; who exports is noted first.</summary>
public static class AuditExport
{
    /// <summary>Where it is.</summary>
    public const string Folder = "/audit";

    private const int Page = 1000;

    /// <summary>Maps it.</summary>
    public static void MapAuditExport(this WebApplication app) => app.MapGet($"{Folder}/trail.csv", ExportAsync);

    private static async Task ExportAsync(HttpContext http, AuditLog log, ReadAudit audit, PersonPseudonyms pseudonyms, TimeProvider clock)
    {
        if (http.FindSubject() is not { } subject)
        {
            await ProblemAsync(http, StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", Texts.Get("Error.UNAUTHENTICATED"));
            return;
        }

        var verdict = AccessPolicy.Decide(subject, AccessAction.ReadTrail, null, new(clock.GetUtcNow()));
        if (!verdict.Permitted || subject.Tenant is not { } territory)
        {
            await ProblemAsync(http, StatusCodes.Status403Forbidden, "FORBIDDEN", Texts.Get("Error.FORBIDDEN"));
            return;
        }

        try
        {
            var filter = Read(http.Request.Query).ToFilter(territory, pseudonyms);
            var rows = await log.CountAsync(territory, filter, http.RequestAborted);
            var entry = new GraphQL.TrailEntry(territory, AuditActions.Consult, [], [], [verdict.Rule], Detail: "csv") { Shown = (int)Math.Min(rows, int.MaxValue) };
            await audit.WriteAsync(subject, [entry], ReadOrigin.Of(http, "auditTrail"), http.RequestAborted);
            await WriteAsync(http, log, territory, filter, pseudonyms);
        }
        catch (GraphQLException e)
        {
            await ProblemAsync(http, StatusCodes.Status400BadRequest, "INVALID_FILTER", e.Message);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException && !http.Response.HasStarted)
        {
            await ProblemAsync(http, StatusCodes.Status503ServiceUnavailable, "AUDIT_UNAVAILABLE", Texts.Get("Error.AUDIT_UNAVAILABLE"));
        }
    }

    private static async Task WriteAsync(HttpContext http, AuditLog log, TerritoryId territory, AuditFilter filter, PersonPseudonyms pseudonyms)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"journal-des-consultations.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        // Spreadsheets in French know UTF-8 by its mark, and columns by semicolons.
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(Csv.Line(Texts.Get("Audit.Columns").Split(';')));
        await foreach (var page in log.PagesAsync(territory, filter, Page, http.RequestAborted))
        {
            foreach (var row in page) await writer.WriteAsync(Csv.Line(Cells(row, territory, pseudonyms)));
            await writer.FlushAsync(http.RequestAborted);
        }
    }

    private static IEnumerable<string> Cells(AuditRow row, TerritoryId territory, PersonPseudonyms pseudonyms) =>
    [
        row.ReadAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture), row.Subject, row.Role, row.Organization, row.Action, row.Operation,
        string.Join(' ', row.Classes), string.Join(' ', row.Basis), row.Permitted ? "oui" : "non", string.Join(' ', row.Persons.Select(p => pseudonyms.Of(territory, p))),
        row.Shown.ToString(CultureInfo.InvariantCulture), row.Client ?? "", row.TraceId ?? "",
    ];

    private static AuditFilterInput Read(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        DateTimeOffset? Instant(string name) => Text(name) is not { } text ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
            : throw new GraphQLException($"{name}: not an instant", "INVALID_FILTER");
        return new(Text("person"), Text("subject"), Instant("from"), Instant("to"), Text("action"));
    }

    private static Task ProblemAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { code, message }, http.RequestAborted);
    }
}
