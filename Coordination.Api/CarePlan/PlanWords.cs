using System.Globalization;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CarePlan;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>What stands in a plan, in words.</summary>
internal static class PlanWords
{
    /// <summary>The fields of an item that a comparison looks at.</summary>
    public static IReadOnlyList<PlanField> FieldsOf(PlanItemKind kind) => kind switch
    {
        PlanItemKind.Need => [PlanField.Text, PlanField.Need, PlanField.Coverage, PlanField.DataClass],
        PlanItemKind.Objective => [PlanField.Text, PlanField.Criteria, PlanField.Status, PlanField.DataClass],
        PlanItemKind.Action => [PlanField.Text, PlanField.Recourse, PlanField.Owner, PlanField.Due, PlanField.Status, PlanField.DataClass],
        _ => [PlanField.Text, PlanField.DataClass],
    };

    /// <summary>A text, opened; null where there is none.</summary>
    public static async Task<string?> OpenAsync(IResolverContext context, TerritoryId territory, Protected<string>? text) => text is null
        ? null
        : await context.Service<ProtectedText>().OpenAsync(territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");

    /// <summary>The value of a field of an item; null where there is none.</summary>
    public static async Task<string?> ValueAsync(IResolverContext context, TerritoryId territory, PlanItem item, PlanField field) => field switch
    {
        PlanField.Text => await OpenAsync(context, territory, item.Text),
        PlanField.Criteria => await OpenAsync(context, territory, item.Criteria),
        PlanField.DataClass => Texts.Get($"DataClass.{item.DataClass}"),
        PlanField.Need => item.Need is { } need ? Texts.Get($"NeedClass.{need}") : null,
        PlanField.Coverage => Texts.Get(item.Met ? "NeedCoverage.Met" : "NeedCoverage.Unmet"),
        PlanField.Recourse => item.Recourse is { } recourse ? Texts.Get($"Recourse.{recourse}") : null,
        PlanField.Owner => item.Owner is { } owner ? await PartyAsync(context, owner) : null,
        PlanField.Due => item.Due is { } due ? Day(due) : null,
        PlanField.Status => StatusOf(item),
        _ => null,
    };

    /// <summary>How far an objective or an action is.</summary>
    public static string? StatusOf(PlanItem item) =>
        item.Objective is { } objective ? Texts.Get($"ObjectiveStatus.{objective}") : item.Action is { } action ? Texts.Get($"ActionStatus.{action}") : null;

    /// <summary>Somebody's name, or what he is to the person.</summary>
    public static async Task<string> PartyAsync(IResolverContext context, PlanParty party) => party switch
    {
        { Professional: { } professional } => (await Names.ProfessionalAsync(context, professional)).DisplayName,
        { Structure: { } structure } => (await context.Service<DirectoryReader>().OrganizationAsync(structure.Value, context.RequestAborted))?.Name ?? $"FINESS {structure}",
        _ => Texts.Get($"OwnerKind.{party.Kind}"),
    };

    /// <summary>A day, as it is written in French.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
