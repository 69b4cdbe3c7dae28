using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Assessment;
using Coordination.Domain.CarePlan;
using Coordination.Projections.Assessment;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>A grid that says something the plan in force did not know, in words.</summary>
/// <param name="GirChanged">The groups contradict each other.</param>
public sealed record PlanReassessmentNode(string Grid, string GridTitle, DateOnly On, int? GirBefore, int? GirNow, bool GirChanged);

/// <summary>The validated assessments of the persons of an answer, as their plans look at them.</summary>
public sealed class AssessedFactsLoader(DocumentStore store, DataLoaderContext context) : BatchDataLoader<PersonKey, IReadOnlyList<AssessedFact>>(context)
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<PersonKey, IReadOnlyList<AssessedFact>>> LoadBatchAsync(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        var found = keys.Distinct().ToDictionary(k => k, _ => (IReadOnlyList<AssessedFact>)[]);
        foreach (var territory in keys.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            var views = await session.QueryAsync<AssessmentView>(
                "where person_id = any($1) and status = 'Validated'", [territory.Select(k => k.Person.Value).Distinct().ToArray()], cancellation);
            foreach (var person in views.GroupBy(v => v.Assessment.Person)) found[new(territory.Key, person.Key)] = [.. person.Select(Fact)];
        }

        return found;
    }

    // What stood before the first correction was said at the validation, and so on.
    private static AssessedFact Fact(AssessmentView view)
    {
        var gir = view.Assessment.GridCode == AggirGrid.Code;
        var moments = view.Corrections.Select(c => c.At).Prepend(view.ValidatedAt ?? view.ChangedAt);
        var scores = view.Corrections.Select(c => c.ScoreBefore).Append(view.Assessment.Score);
        return new(view.Assessment.GridCode, view.Assessment.On, [.. moments.Zip(scores, (at, score) => new StatedGir(at, gir ? score?.Value : null))]);
    }
}

/// <summary>Assessments that a plan in force does not know yet.</summary>
internal static class PlanReassessments
{
    /// <summary>Plans with one, as SQL: the latest assessment of some grid was validated or corrected after the plan was validated or last reviewed.</summary>
    /// <param name="plans">The name by which the list knows the plans.</param>
    /// <param name="grids">The parameter with the codes of the grids that the subject reads.</param>
    public static string Condition(string plans, string grids) =>
        $"""
        exists (select from {AssessmentProjection.View.Table} seen where seen.person_id = {plans}.person_id and seen.status = 'Validated' and seen.grid = any({grids})
          and (seen.data->>'changedAt')::timestamptz > {plans}.settled_at
          and not exists (select from {AssessmentProjection.View.Table} later where later.person_id = seen.person_id and later.status = 'Validated' and later.grid = seen.grid and later.assessed_on > seen.assessed_on))
        """;

    /// <summary>The grids that a subject reads of somebody at least.</summary>
    public static string[] GridsOf(Subject subject)
    {
        var classes = AccessRules.Of(subject.Role, AccessAction.ReadAssessments).SelectMany(r => r.Classes).ToHashSet();
        return [.. Grids.All.Where(g => classes.Contains(g.Reach)).Select(g => g.Code).Distinct()];
    }

    /// <summary>What was assessed since the version in force was validated or last reviewed, of what the subject may read.</summary>
    public static async Task<PlanReassessmentNode[]> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CarePlanNode>();
        if (node.View.SettledAt is not { } settledAt) return [];
        var (scope, key) = (RequestScope.Of(context), new PersonKey(node.Territory, node.Person));
        var facts = (await context.DataLoader<PersonAccessLoader>().LoadAsync(key))!.FactsFor(scope.Subject);
        bool Reads(Grid grid) => scope.Decide(AccessAction.ReadAssessments, new(node.Territory, null, facts) { Class = grid.Reach }).Permitted;
        var found = Reassessment.Since(settledAt, (await context.DataLoader<AssessedFactsLoader>().LoadAsync(key))!);
        return [.. found.Where(r => Grids.Latest(r.Grid) is { } grid && Reads(grid))
            .Select(r => new PlanReassessmentNode(r.Grid, Texts.Get($"Grid.{r.Grid}"), r.On, r.GirBefore, r.GirNow, r.GirChanged))];
    }
}
