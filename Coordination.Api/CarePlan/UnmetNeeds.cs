using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Projections.CarePlan;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CarePlan;

/// <summary>How many persons of a commune have a need of a class that is not met, and since when the oldest one waits.</summary>
public sealed record UnmetNeedCount(NeedClass Need, string NeedLabel, string Commune, int Persons, int Needs, DateTimeOffset Oldest);

/// <summary>Needs that are not met, from the plans to the territory (as PAERPA asked): for those of the DAC who know the persons.</summary>
public static class UnmetNeeds
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<UnmetNeedCount>(d => d.BindFieldsImplicitly())
        .AddTypeExtension("Query", d => d.Field("unmetNeeds").Type("[UnmetNeedCount!]!").Argument("need", "NeedClass")
            .Description("Needs not met in plans that are not over, by class and commune, most persons first. For the DAC, of the classes of data that the subject reads.")
            .Resolve<UnmetNeedCount[]>(ReadAsync));

    private static async Task<UnmetNeedCount[]> ReadAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadPlan);
        if (AccessRules.Of(scope.Subject.Role, AccessAction.ReadPlan).FirstOrDefault(r => r.IsOfDac) is not { } rule) throw RequestScope.Forbidden("ROLE");
        var request = new ListRequest([], [], []);
        ReadableRecords.Narrow(request, scope, AccessAction.ReadPlan, "unmet.person_id");
        request.Conditions.Add("not home.suspended");
        request.Add("unmet.tenant_id = {0}", territory.Value);
        request.Add("unmet.data_class = any({0})", rule.Classes.Select(c => c.ToString()).ToArray());
        if (context.ArgumentValue<NeedClass?>("need") is { } need) request.Add("unmet.need = {0}", need.ToString());
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var rows = await session.RawAsync(
            $"""
            select unmet.need, home.commune, count(distinct unmet.person_id)::int, count(*)::int, min(unmet.since)
            from {CarePlanProjection.UnmetTable} unmet join {CareRecordProjection.View.Table} home on home.tenant_id = unmet.tenant_id and home.person_id = unmet.person_id
            {request.Where} group by unmet.need, home.commune order by 3 desc, 1, 2
            """,
            [.. request.Parameters],
            r => (Need: Enum.Parse<NeedClass>(r.GetString(0)), Commune: r.GetString(1), Persons: r.GetInt32(2), Needs: r.GetInt32(3), Oldest: r.GetFieldValue<DateTimeOffset>(4)),
            context.RequestAborted);
        if (rows.Count > 0) scope.Trail.Consult(territory, "unmet needs", rows.Sum(r => r.Persons));
        var directory = context.Service<DirectoryReader>();
        return await Task.WhenAll(rows.Select(async r => new UnmetNeedCount(
            r.Need, Texts.Get($"NeedClass.{r.Need}"), await directory.CommuneNameAsync(r.Commune, context.RequestAborted), r.Persons, r.Needs, r.Oldest)));
    }
}
