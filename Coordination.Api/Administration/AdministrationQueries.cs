using Coordination.Api.Alerts;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>How the subject's own territory is set up. No other territory can be named.</summary>
public sealed record TerritoryAdministration(TerritoryId Territory);

/// <summary>A public holiday in words.</summary>
public sealed record HolidayNode(DateOnly Day, string Label);

/// <summary><c>Query.administration</c> and what is read there.</summary>
public static class AdministrationQueries
{
    private const int FirstYear = 1983, LastYear = 2199;

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<HolidayNode>(d => d.BindFieldsImplicitly().Name("Holiday"))
        .AddObjectType<TerritoryAdministration>(d =>
        {
            d.Name("Administration").Description("How a territory is set up: its directory, its communes, its calendar and delays, with who decided what and when.");
            d.Field("territory").Type("Territory!").Resolve(c => new TerritoryNode(Of(c)));
            d.Field("settings").Type("TerritorySettings!").Resolve<TerritorySettings>(c => c.Service<TerritorySettingsReader>().ReadAsync(Of(c), c.RequestAborted));
            d.Field("settingsHistory").Type("[HistoryEntry!]!").Description("Decisions about calendar, hours and delays, the last one first.")
                .Resolve<IReadOnlyList<HistoryEntry>>(c => AdministrationHistory.ReadAsync(c, Of(c), TerritorySettings.IdOf(Of(c))));
            d.Field("holidays").Type("[Holiday!]!").Argument("year", "Int!").Description("Public holidays of the territory's regime.").Resolve<IReadOnlyList<HolidayNode>>(HolidaysAsync);
            d.Field("areas").Type("[Area!]!").Description("The territory, and the CPTS that it administers.").Resolve<IReadOnlyList<AreaNode>>(AreaNode.AllAsync);
            d.Field("habilitations").Type("[Habilitation!]!").Description("Who may act in the territory, those in force first; 500 at most.")
                .Resolve<IReadOnlyList<HabilitationNode>>(c => HabilitationNode.AllAsync(c, Of(c)));
            d.Field("imports").Type("[DirectoryImport!]!").Argument("first", "Int").Description("Imports of directories, the last one first.").Resolve<IReadOnlyList<DirectoryImportNode>>(
                c => c.Service<ImportLog>().ReadAsync(Keyset.PageSize(c.ArgumentValue<int?>("first") ?? 20), c.RequestAborted));
            d.Field("communes").Type("[Commune!]!").Argument("text", "String!").Description("Communes of the COG by words of their name, or by the beginning of their INSEE code; 20 at most.")
                .Resolve<IReadOnlyList<CommuneEntry>>(c => c.Service<DirectorySearch>().CommunesAsync(c.ArgumentValue<string>("text"), 20, c.RequestAborted));
            d.Field("structures").Type("[Structure!]!").Argument("text", "String!").Argument("first", "Int").Argument("closed", "Boolean")
                .Description("Structures of the national directory by words of their name or the beginning of their number; the closed ones only when asked.")
                .Resolve<IReadOnlyList<StructureNode>>(c => c.Service<DirectoryRegister>().StructuresAsync(
                    c.ArgumentValue<string>("text"), c.ArgumentValue<bool?>("closed") ?? false, Keyset.PageSize(c.ArgumentValue<int?>("first") ?? 20), c.RequestAborted));
            d.Field("professionals").Type("[RegisteredProfessional!]!").Argument("text", "String!").Argument("first", "Int")
                .Description("Professionals of the national directory with their activities, ended ones too.")
                .Resolve<IReadOnlyList<RegisteredProfessionalNode>>(c => c.Service<DirectoryRegister>().ProfessionalsAsync(
                    c.ArgumentValue<string>("text"), Keyset.PageSize(c.ArgumentValue<int?>("first") ?? 20), c.RequestAborted));
        })
        .AddTypeExtension("Query", d =>
        {
            d.Field("administration").Type("Administration!").Description("How the subject's territory is set up.").Resolve(c =>
                new TerritoryAdministration(RequestScope.Of(c).Require(AccessAction.ReadAdministration)));
            d.Field("alertRules").Type("[AlertRule!]!").Description("The rules that raise alerts, in words, with the delays that the territory decided.")
                .Resolve<IReadOnlyList<AlertRuleNode>>(AlertRuleNode.AllAsync);
        });

    private static TerritoryId Of(IResolverContext context) => context.Parent<TerritoryAdministration>().Territory;

    private static async Task<IReadOnlyList<HolidayNode>> HolidaysAsync(IResolverContext context)
    {
        var year = context.ArgumentValue<int>("year");
        if (year is < FirstYear or > LastYear)
            throw new GraphQLException($"year: from {FirstYear} to {LastYear}", "INVALID_INPUT", new Dictionary<string, object?> { ["field"] = "year", ["rule"] = "YEAR" });
        var settings = await context.Service<TerritorySettingsReader>().ReadAsync(Of(context), context.RequestAborted);
        return [.. WorkingCalendar.Of(settings.Hours.Regime).HolidaysOf(year).Select(h => new HolidayNode(h.Day, Texts.Get($"Holiday.{h.Holiday}")))];
    }
}
