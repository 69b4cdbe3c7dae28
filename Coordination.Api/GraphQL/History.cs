using Coordination.Api.Alerts;
using Coordination.Api.Resources;
using Coordination.Domain.CarePathway;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Contacts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Documents;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>One fact of a stream: when it happened, when the platform learned it, who said it.</summary>
public sealed record HistoryEntry(
    Guid EventId, int Version, string Type, string Label, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Author, string Source);

/// <summary>A stream's facts in words.</summary>
public static class History
{
    /// <summary>The facts of a stream in order, up to a time of record if one is given.</summary>
    public static async Task<HistoryEntry[]> ReadAsync(IResolverContext context, TerritoryId territory, Guid stream, DateTimeOffset? asOf)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var events = await session.Events.FetchStreamAsync(stream, timestamp: asOf, ct: context.RequestAborted);
        var entries = new HistoryEntry[events.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = await EntryAsync(context, events[i]);

        return entries;
    }

    /// <summary>One fact.</summary>
    public static async Task<HistoryEntry> EntryAsync(IResolverContext context, IEvent e) => new(
        e.Id, (int)e.Version, e.Alias, LabelOf(e), e.OccurredAt, e.RecordedAt, await Names.AuthorAsync(context, e.UserName), SourceOf(e.UserName));

    /// <summary>An event in words, with what it says that may be told in a list.</summary>
    public static string LabelOf(IEvent e) => LabelOf(e.Alias, DateIn(e.Data), DetailIn(e.Data));

    /// <summary>An event in words.</summary>
    public static string LabelOf(string alias, DateTimeOffset? date, string detail) =>
        Texts.Get($"Event.{alias}", date is { } at ? Texts.FullDate(at) : "", detail).TrimEnd(' ', ':');

    /// <summary>Where an event came from, from its actor id.</summary>
    public static string SourceOf(string? actor) => Texts.Get(actor switch
    {
        null or "platform" => "Source.platform",
        _ when actor.StartsWith("interface:", StringComparison.Ordinal) => "Source.interface",
        _ => "Source.portal",
    });

    private static DateTimeOffset? DateIn(object fact) => fact switch
    {
        DischargeEstimated e => e.ExpectedAt,
        DischargeAnnounced e => e.ExpectedAt,
        DischargeRescheduled e => e.ExpectedAt,
        ArrangementConfirmed e => e.FirstVisitAt,
        PersonDischarged e => e.DischargedAt,
        _ => null,
    };

    private static string DetailIn(object fact) => fact switch
    {
        ReturnNeedsStated e => AlertTexts.NeedsOf(e.Needs),
        ArrangementConfirmed e => AlertTexts.NeedsOf([e.Need]),
        ArrangementWithdrawn e => AlertTexts.NeedsOf([e.Need]),
        DocumentDeposited e => Texts.Get($"DocumentKind.{e.Kind}"),
        IntensityChanged e => Texts.Get($"Intensity.{e.Intensity}"),
        CareRecordClosed e => Texts.Get($"ClosingReason.{e.Reason}"),
        CareRecordTransferAnswered e => Texts.Get(e.Refusal is { } refusal ? $"TransferRefusal.{refusal}" : "TransferAccepted"),
        TransferRefused e => Texts.Get($"TransferRefusal.{e.Reason}"),
        PathwayApplied e => e.Template.Title,
        DisruptionReported e => Texts.Get($"DisruptionNature.{e.Nature}"),
        ContactRecorded e => Texts.Get($"ContactChannel.{e.Facts.Channel}"),
        DestinationStated e => Texts.Get($"Destination.{e.Destination}"),
        _ => "",
    };
}
