using Coordination.Api.Alerts;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>A rule in words, as it stands in the territory: who reads the inbox can read what fills it.</summary>
/// <param name="ChangedAt">Since when one of its delays is what it is; null while it is the catalogue's own.</param>
public sealed record AlertRuleNode(string Code, int Version, string Title, string When, string Priority, string Told, string ResolvesWhen, DateTimeOffset? ChangedAt)
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddObjectType<AlertRuleNode>(d => d.BindFieldsImplicitly().Name("AlertRule")
        .Description("A rule that raises alerts: when, how pressing, who is told, what ends it; `changedAt` says since when the territory's own delay holds."));

    /// <summary>Every rule, with the delays of the subject's territory.</summary>
    public static async Task<IReadOnlyList<AlertRuleNode>> AllAsync(IResolverContext context)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.ReadSettings);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var settings = await TerritorySettingsReader.ReadAsync(session, context.RequestAborted);
        var decisions = await session.Events.FetchStreamAsync(TerritorySettings.IdOf(territory), ct: context.RequestAborted);
        var values = Enum.GetValues<AlertDelay>().Select(d => (object?)(int)settings.Of(d).TotalHours).ToArray();
        return [.. AlertRules.OfDischarges.OrderBy(r => r.Code, StringComparer.Ordinal).Select(Of)];

        // A text names a delay by its number, so that words and thresholds cannot part.
        AlertRuleNode Of(AlertRule rule) => new(
            rule.Code, rule.Version, Text(rule, "Title"), Text(rule, "When"), Text(rule, "Priority"), Text(rule, "Told"), Texts.Get($"{rule.Code}.ResolvesWhen"),
            decisions.LastOrDefault(e => RuleOf(e.Data) == rule.Code)?.RecordedAt);

        string Text(AlertRule rule, string part) => Texts.Get($"RuleBook.{rule.Code}.{part}", values);
    }

    private static string? RuleOf(object fact) => fact switch
    {
        FirstVisitLimitSet or AlertDelaySet { Delay: AlertDelay.NursingConfirmation } => AlertRules.NursingNotConfirmed.Code,
        AlertDelaySet { Delay: AlertDelay.NeedsUrgent } => AlertRules.NeedsNotAssessed.Code,
        _ => null,
    };
}
