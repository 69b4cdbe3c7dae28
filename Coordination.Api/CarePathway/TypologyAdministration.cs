using Coordination.Api.Administration;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CarePathway;
using Platform.GraphQL;

namespace Coordination.Api.CarePathway;

/// <summary>The typology among what a territory sets up: its codes, and who changed it when.</summary>
public static class TypologyAdministration
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Administration", d =>
    {
        d.Field("typology").Type("[TypologyCode!]!").Description("Codes of ruptures and unmet needs, retired ones too.").Resolve<TypologyCodeNode[]>(async c =>
            [.. (await DisruptionNodes.TypologyOfAsync(c, c.Parent<TerritoryAdministration>().Territory)).Codes.Select(DisruptionNodes.InWords)]);
        d.Field("typologyHistory").Type("[HistoryEntry!]!").Description("Decisions about the typology, the last one first.").Resolve<IReadOnlyList<HistoryEntry>>(HistoryAsync);
    });

    private static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(IResolverContext context)
    {
        var territory = context.Parent<TerritoryAdministration>().Territory;
        var typology = await DisruptionNodes.TypologyOfAsync(context, territory);
        return await AdministrationHistory.ReadAsync(context, territory, DisruptionTypology.IdOf(territory), fact => fact switch
        {
            TypologyCodeDefined e => Words("Decision.TypologyDefined", e.Dimension, e.Label, e.Code),

            // A retirement carries no words: those that the code has now are the ones a reader knows it by.
            TypologyCodeRetired e => Words("Decision.TypologyRetired", e.Dimension, DisruptionNodes.InWords(typology.Find(e.Dimension, e.Code)!).Label, e.Code),
            _ => null,
        });
    }

    private static string Words(string text, TypologyDimension dimension, string label, string code) =>
        Texts.Get(text, Texts.Get($"TypologyDimension.{dimension}"), label, code);
}
