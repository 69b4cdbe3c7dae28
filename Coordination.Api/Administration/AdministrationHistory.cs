using System.Globalization;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.Alerts;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>Since when and by whom: the decisions of a stream in words, the last one first.</summary>
public static class AdministrationHistory
{
    private const int NamedCommunes = 8;

    /// <summary>The decisions of a stream of the territory.</summary>
    /// <param name="words">The words of facts that only their own capability can say; null of the others.</param>
    public static async Task<IReadOnlyList<HistoryEntry>> ReadAsync(IResolverContext context, TerritoryId territory, Guid stream, Func<object, string?>? words = null)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var events = await session.Events.FetchStreamAsync(stream, ct: context.RequestAborted);
        var me = RequestScope.Of(context).Subject;
        var entries = new List<HistoryEntry>(events.Count);
        foreach (var e in events.OrderByDescending(e => e.Version))
        {
            var author = e.UserName == me.ToActor().Id ? me.DisplayName : await Names.AuthorAsync(context, e.UserName);
            entries.Add(new(e.Id, (int)e.Version, e.Alias, words?.Invoke(e.Data) ?? await LabelAsync(context, e.Data), e.OccurredAt, e.RecordedAt, author, History.SourceOf(e.UserName)));
        }

        return entries;
    }

    private static async Task<string> LabelAsync(IResolverContext context, object fact) => fact switch
    {
        FirstVisitLimitSet e => Texts.Get($"Decision.Delay.{AlertDelay.FirstVisit}", e.Hours),
        AlertDelaySet e => Texts.Get($"Decision.Delay.{e.Delay}", e.Hours),
        OpeningHoursSet e => Texts.Get("Decision.OpeningHours", Time(e.Opens), Time(e.Closes), e.Relay ?? Texts.Get("Relay.None")),
        WeekSet e => Texts.Get("Decision.Week", string.Join(", ", e.Days.Select(d => $"{Texts.Get($"Weekday.{d.Day}")} {Time(d.Opens)}–{Time(d.Closes)}")),
            string.Join(", ", e.Relays.Select(r => $"{Texts.Get($"Weekday.{r.Day}")} {r.Relay}").Prepend(e.Relay ?? Texts.Get("Relay.None")))),
        HolidayRegimeSet e => Texts.Get("Decision.Regime", Texts.Get($"Regime.{e.Regime}")),
        ClosurePlanned e => Texts.Get("Decision.Closure", Day(e.From), Day(e.To), e.Reason),
        ClosureCancelled => Texts.Get("Decision.ClosureCancelled"),
        CommunesAttached e => Texts.Get("Decision.Attached", Day(e.From), e.Communes.Length, await CommunesAsync(context, e.Communes)),
        CommunesDetached e => Texts.Get("Decision.Detached", Day(e.Until), e.Communes.Length, await CommunesAsync(context, e.Communes)),
        _ => throw new InvalidOperationException($"no words for {fact.GetType().Name}"),
    };

    private static async Task<string> CommunesAsync(IResolverContext context, IReadOnlyCollection<CommuneCode> communes)
    {
        var names = new List<string>();
        foreach (var commune in communes.Take(NamedCommunes))
            names.Add(await context.Service<DirectoryReader>().CommuneNameAsync(commune.Value, context.RequestAborted));
        return string.Join(", ", names) + (communes.Count > NamedCommunes ? "…" : "");
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
}
