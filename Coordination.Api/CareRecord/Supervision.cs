using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Alerts;
using Coordination.Projections.CareRecord;
using Coordination.Projections.Directory;
using Platform.EventStore;
using Platform.GraphQL;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>What one coordinator carries.</summary>
/// <param name="Professional">Null for records without referent.</param>
/// <param name="AlertsOverdue">Open alerts whose deadline is gone.</param>
public sealed record CoordinatorLoad(
    ProfessionalEntry? Professional, int Records, int Active, int Intensive, int Standby, int OpenAlerts, int AlertsOverdue, DateTimeOffset? OldestAlertAt);

/// <summary>Input of <c>transferRecords</c>.</summary>
public sealed record TransferRecordsInput(IReadOnlyList<string> RecordIds, string Professional);

/// <summary>What became of one record of a transfer.</summary>
/// <param name="Message">Why it was not handed over; null when it was.</param>
public sealed record TransferLine(string RecordId, bool Done, string? Message);

/// <summary>What became of a transfer, record by record.</summary>
public sealed record RecordTransfer(IReadOnlyList<TransferLine> Lines);

/// <summary>The manager's view of the team: who carries what, and handing over in bulk.</summary>
public static class Supervision
{
    private const int MostAtOnce = 200;

    private static readonly string Sql =
        $"""
        select record.referent,
          count(*)::int, (count(*) filter (where record.status = 'Active'))::int, (count(*) filter (where record.status = 'Active' and record.intensity = 'Intensive'))::int,
          (count(*) filter (where record.status = 'Standby'))::int, coalesce(sum(alerts.open), 0)::int, coalesce(sum(alerts.overdue), 0)::int, min(alerts.oldest)
        from {CareRecordProjection.View.Table} record
        left join (
          select subject_id, count(*) as open, count(*) filter (where due_at < $2) as overdue, min(raised_at) as oldest
          from {AlertProjection.View.Table} where tenant_id = $1 and status in ('Raised', 'Taken') group by subject_id) alerts on alerts.subject_id = record.person_id
        where record.tenant_id = $1 and record.status <> 'Closed'
        group by record.referent order by count(*) desc, record.referent
        """;

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<CoordinatorLoad>(d =>
        {
            d.Description("What one coordinator carries: records that are not closed and the alerts about them.");
            d.Field("professional").Type("Professional").Description("Null for records without referent.").Resolve(c => c.Parent<CoordinatorLoad>().Professional);
            d.Field(l => l.Records);
            d.Field(l => l.Active);
            d.Field(l => l.Intensive);
            d.Field(l => l.Standby);
            d.Field(l => l.OpenAlerts);
            d.Field(l => l.AlertsOverdue);
            d.Field(l => l.OldestAlertAt);
        })
        .AddObjectType<TransferLine>(d =>
        {
            d.Field("recordId").Type("ID!").Resolve(c => c.Parent<TransferLine>().RecordId);
            d.Field(l => l.Done);
            d.Field(l => l.Message);
        })
        .AddObjectType<RecordTransfer>(d => d.BindFieldsImplicitly())
        .AddTypeExtension("Query", d =>
        {
            d.Field("workload").Type("[CoordinatorLoad!]!").Description("Who carries what in the subject's DAC; most records first.").Resolve<CoordinatorLoad[]>(ReadAsync);
            d.Field("coordinators").Type("[Professional!]!").Description("Coordinators of the subject's DAC who may act now, by name: who may be referent or stand in.")
                .Resolve<ProfessionalEntry[]>(CoordinatorsAsync);
        })
        .AddTypeExtension("Mutation", d => d.Mutation<TransferRecordsInput, RecordTransfer>("transferRecords", "transfer", TransferAsync, m => m
            .Description("Hand records over to another referent; each line says what became of it, one that cannot be handed over holds no other back.")
            .Input(i => i.Field("recordIds", sdlType: "[ID!]!").Field("professional", sdlType: "ID!")).Error<InvalidInputError>()));

    private static async Task<CoordinatorLoad[]> ReadAsync(IResolverContext context)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.Supervise);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var rows = await session.RawAsync(Sql, [territory.Value, RequestScope.Of(context).Context.Now], r => (
            Referent: r.IsDBNull(0) ? (Guid?)null : r.GetGuid(0),
            Load: new CoordinatorLoad(null, r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.IsDBNull(7) ? null : r.GetFieldValue<DateTimeOffset>(7))),
            context.RequestAborted);
        return await Task.WhenAll(rows.Select(async r => r.Referent is { } id ? r.Load with { Professional = await Names.ProfessionalAsync(context, new(id)) } : r.Load));
    }

    private static async Task<ProfessionalEntry[]> CoordinatorsAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        await using var session = context.Service<DocumentStore>().QuerySession(scope.Require(AccessAction.LeadRecord).Value);
        var habilitations = await session.QueryAsync<HabilitationView>("where role = 'Coordinator' and not ended and professional_id is not null order by display_name, id", [], context.RequestAborted);
        var standing = habilitations.Where(h => h.Habilitation.StandsAt(scope.Context.Now)).Select(h => h.Habilitation.Granted.Professional!.Value).Distinct();
        return await Task.WhenAll(standing.Select(id => Names.ProfessionalAsync(context, id)));
    }

    private static async Task<MutationResult<RecordTransfer>> TransferAsync(IResolverContext context, TransferRecordsInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.LeadRecord);
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        if (input.RecordIds.Count is 0 or > MostAtOnce) return MutationResult<RecordTransfer>.Failure([CommandErrors.Invalid("recordIds", "FROM_1_TO_200")]);
        var command = new AssignReferent(RecordCommands.Professional(input.Professional, "professional"));
        var lines = new List<TransferLine>(input.RecordIds.Count);
        foreach (var id in input.RecordIds.Distinct()) lines.Add(await TransferAsync(context, scope, territory, id, command));
        return new RecordTransfer(lines);
    }

    private static async Task<TransferLine> TransferAsync(IResolverContext context, RequestScope scope, TerritoryId territory, string id, AssignReferent command)
    {
        var stream = CareRecordQueries.DecodeId(territory, id, "recordIds");
        if (await CareRecordQueries.FindAsync(context, stream) is not { } node) return new(id, false, CommandErrors.Text(new CareRecordNotFound()));
        var verdict = await CareRecordQueries.DecideAsync(context, AccessAction.LeadRecord, node);
        if (!verdict.Permitted) return new(id, false, RequestScope.Forbidden(verdict.Rule).Message);
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<AssignReferent, Record>(new(territory, scope.Subject.ToActor(), stream), command, context.RequestAborted);
        return new(id, outcome.Error is null, outcome.Error is { } error ? CommandErrors.Text(error) : null);
    }
}
