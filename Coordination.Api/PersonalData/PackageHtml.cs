using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CareRecord;

namespace Coordination.Api.PersonalData;

/// <summary>What is held about a person for herself (GDPR art. 15): in French, on a page that prints on paper, written while it is read.</summary>
public sealed class PackageHtml(PersonPackage package, TimeProvider clock)
{
    private const string Style =
        "body{font:11pt/1.45 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}" +
        "th,td{border-bottom:1px solid #999;padding:.3rem .4rem;text-align:left;vertical-align:top}tr{break-inside:avoid}@media print{body{margin:0;max-width:none}}";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes it. An erased person's page says so and nothing else.</summary>
    public async Task WriteAsync(Stream output, PersonKey person, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false));
        var title = Texts.Get("Export.Title");
        await writer.WriteAsync($"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title><style>{Style}</style></head><body><h1>{Encode(title)}</h1>");
        await writer.WriteAsync($"<p>{Encode(Texts.Get("Export.MadeAt", Texts.FullDate(clock.GetUtcNow())))}</p>");
        if (await package.TraitsAsync(person, cancellation) is { } traits)
        {
            await IdentityAsync(writer, traits);
            await EventsAsync(writer, person, cancellation);
            await AccessesAsync(writer, person, cancellation);
        }
        else
        {
            await writer.WriteAsync($"<p>{Encode(Texts.Get("Export.Erased"))}</p>");
        }

        await writer.WriteAsync("</body></html>");
    }

    private static async Task IdentityAsync(StreamWriter writer, PersonTraits traits)
    {
        var commune = traits.Commune is { } code ? code.Value : null;
        await OpenTableAsync(writer, "Export.Identity", []);
        foreach (var (key, value) in new[]
        {
            ("BirthName", traits.BirthName), ("UsedName", traits.UsedName), ("GivenNames", string.Join(' ', traits.GivenNames)), ("BirthDate", traits.BirthDate?.ToString("dd/MM/yyyy", null)),
            ("BirthPlace", traits.BirthPlace), ("Phone", traits.Phone), ("Commune", commune), ("Ins", traits.Ins?.Matricule),
        })
            if (value is not null) await RowAsync(writer, Texts.Get($"Export.{key}"), value);
        await writer.WriteAsync("</tbody></table>");
    }

    private async Task EventsAsync(StreamWriter writer, PersonKey person, CancellationToken cancellation)
    {
        await OpenTableAsync(writer, "Export.Facts", ["Export.When", "Export.What", "Export.Content", "Export.Source"]);
        await foreach (var e in package.EventsAsync(person, cancellation))
            await RowAsync(writer, Texts.FullDate(e.OccurredAt), History.LabelOf(e.Type, null, ""), Said(e.Data), History.SourceOf(e.By));
        await writer.WriteAsync("</tbody></table>");
    }

    private async Task AccessesAsync(StreamWriter writer, PersonKey person, CancellationToken cancellation)
    {
        await OpenTableAsync(writer, "Export.Accesses", ["Export.When", "Export.Who", "Export.Organization", "Export.What"]);
        await foreach (var row in package.AccessesAsync(person, cancellation))
            await RowAsync(writer, Texts.FullDate(row.ReadAt), Texts.Find($"Role.{row.Role}") ?? row.Role, row.Organization, row.Permitted ? row.Operation : Texts.Get("Export.Refused"));
        await writer.WriteAsync("</tbody></table>");
    }

    private static async Task OpenTableAsync(StreamWriter writer, string heading, string[] columns)
    {
        await writer.WriteAsync($"<h2>{Encode(Texts.Get(heading))}</h2><table>");
        if (columns.Length > 0) await writer.WriteAsync($"<thead><tr>{string.Concat(columns.Select(c => $"<th scope=\"col\">{Encode(Texts.Get(c))}</th>"))}</tr></thead>");
        await writer.WriteAsync("<tbody>");
    }

    private static Task RowAsync(StreamWriter writer, params string[] cells) =>
        writer.WriteAsync($"<tr>{string.Concat(cells.Select(c => $"<td>{Encode(c)}</td>"))}</tr>");

    private static string Said(JsonNode data) => data switch
    {
        JsonObject fields => string.Join(", ", fields.Where(f => f.Value is not null).Select(f => $"{f.Key} : {Said(f.Value!)}")),
        JsonArray items => string.Join(", ", items.Where(i => i is not null).Select(i => Said(i!))),
        _ => data.ToString(),
    };

    private static string Encode(string text) => Html.Encode(text);
}
