using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CarePlan;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Api.CarePlan;

/// <summary>What became of an item, or of one of its fields.</summary>
public enum DifferenceKind
{
    /// <summary>Only the later version has it.</summary>
    Added,

    /// <summary>Only the earlier version has it.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,
}

/// <summary>One difference of two versions.</summary>
/// <param name="Item">Null for a field of the plan itself.</param>
/// <param name="Title">What the item says, or said.</param>
public sealed record PlanDifference(
    DifferenceKind Kind, Guid? Item, PlanItemKind? ItemKind, string Title, PlanField? Field, string? FieldLabel, string? Before, string? After);

/// <summary>Compares two versions of a plan, of what the subject may read in both.</summary>
internal static class PlanComparison
{
    /// <summary>Item by item, field by field; the order of the items is none of it.</summary>
    public static async Task<PlanDifference[]> ReadAsync(IResolverContext context, TerritoryId territory, Plan before, Plan after)
    {
        var reader = await PlanReader.OfAsync(context, territory, after.Person);
        foreach (var reach in reader.Classes.Where(c => before.Items.Concat(after.Items).Any(i => i.DataClass == c))) RequestScope.Of(context).Trail.Show(territory, after.Person, reach);
        var found = new List<PlanDifference>();
        await PlanItselfAsync(context, territory, before, after, found);
        foreach (var item in after.Items.Where(reader.Reads))
            if (before.Find(item.Id) is not { } earlier) found.Add(await WholeAsync(context, territory, DifferenceKind.Added, item));
            else if (reader.Reads(earlier)) await FieldsAsync(context, territory, earlier, item, found);
        foreach (var item in before.Items.Where(i => reader.Reads(i) && after.Find(i.Id) is null)) found.Add(await WholeAsync(context, territory, DifferenceKind.Removed, item));
        return [.. found];
    }

    private static async Task<PlanDifference> WholeAsync(IResolverContext context, TerritoryId territory, DifferenceKind kind, PlanItem item)
    {
        var text = (await PlanWords.OpenAsync(context, territory, item.Text))!;
        return kind is DifferenceKind.Added ? new(kind, item.Id, item.Kind, text, null, null, null, text) : new(kind, item.Id, item.Kind, text, null, null, text, null);
    }

    private static async Task FieldsAsync(IResolverContext context, TerritoryId territory, PlanItem before, PlanItem after, List<PlanDifference> found)
    {
        var title = (await PlanWords.OpenAsync(context, territory, after.Text))!;
        foreach (var field in PlanWords.FieldsOf(after.Kind))
        {
            var (earlier, later) = (await PlanWords.ValueAsync(context, territory, before, field), await PlanWords.ValueAsync(context, territory, after, field));
            if (earlier != later) found.Add(new(DifferenceKind.Changed, after.Id, after.Kind, title, field, Texts.Get($"PlanField.{field}"), earlier, later));
        }
    }

    private static async Task PlanItselfAsync(IResolverContext context, TerritoryId territory, Plan before, Plan after, List<PlanDifference> found)
    {
        if (before.ReviewOn != after.ReviewOn) found.Add(OfPlan(PlanField.ReviewDate, PlanWords.Day(before.ReviewOn), PlanWords.Day(after.ReviewOn)));
        var (earlier, later) = (await PlanWords.OpenAsync(context, territory, before.AlertProcedure), await PlanWords.OpenAsync(context, territory, after.AlertProcedure));
        if (earlier != later) found.Add(OfPlan(PlanField.AlertProcedure, earlier, later));
        if (!before.Pathways.ToHashSet().SetEquals(after.Pathways))
            found.Add(OfPlan(PlanField.Pathways, await PlanPathways.TitlesAsync(context, territory, before.Pathways), await PlanPathways.TitlesAsync(context, territory, after.Pathways)));
    }

    private static PlanDifference OfPlan(PlanField field, string? before, string? after) =>
        new(DifferenceKind.Changed, null, null, Texts.Get("Plan.Itself"), field, Texts.Get($"PlanField.{field}"), before, after);
}
