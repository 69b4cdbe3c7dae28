using System.Collections.Immutable;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CareRecord;
using Coordination.Projections.Alerts;
using Coordination.Projections.CarePathway;
using Coordination.Projections.CarePlan;
using Coordination.Projections.Discharge;
using Coordination.Projections.Tasks;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>What stands in the way of a closure, in words.</summary>
public sealed record ClosingBlockerNode(BlockerKind Kind, string Label, string NodeId);

/// <summary>Looks for what is still open about a person.</summary>
public static class ClosingBlockers
{
    // A kind of thing that has to be ended first: its view, and when a row of it stands in the way.
    private static readonly (BlockerKind Kind, string Node, string Sql)[] Kinds =
    [
        (BlockerKind.UrgentAlert, "Alert", $"select id from {AlertProjection.View.Table} where subject_id = $1 and status in ('Raised', 'Taken') and urgency <= 1"),
        (BlockerKind.Discharge, "Discharge", $"select id from {DischargeProjection.View.Table} where person_id = $1 and status = 'Announced'"),
        (BlockerKind.CarePathway, "CarePathway", $"select id from {CarePathwayProjection.View.Table} where person_id = $1 and not closed"),
        (BlockerKind.Task, "Task", $"select id from {WorkTaskProjection.View.Table} where person_id = $1 and status = 'Open'"),
        (BlockerKind.CarePlan, "CarePlan", $"select id from {CarePlanProjection.View.Table} where person_id = $1 and open"),
    ];

    /// <summary>What stands in the way now, one SQL command for all kinds.</summary>
    public static async Task<ImmutableArray<ClosingBlocker>> ReadAsync(IResolverContext context, CareRecordNode node)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var sql = string.Join(" union all ", Kinds.Select(k => $"select '{k.Kind}', found.id from ({k.Sql}) found"));
        return [.. await session.RawAsync(sql, [node.View.Record.PersonId.Value],
            row => new ClosingBlocker(Enum.Parse<BlockerKind>(row.GetString(0)), row.GetGuid(1)), context.RequestAborted)];
    }

    /// <summary>In words.</summary>
    public static ClosingBlockerNode InWords(ClosingBlocker blocker) =>
        new(blocker.Kind, Texts.Get($"Blocker.{blocker.Kind}"), NodeId.Encode(Kinds.First(k => k.Kind == blocker.Kind).Node, blocker.Id));
}
