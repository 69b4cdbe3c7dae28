using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>How a coordination ended.</summary>
public sealed record ClosingNode(ClosingReason Reason, DateOnly On);

/// <summary>The life of a record as GraphQL shows it.</summary>
public static class LifeFields
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<RecordStatus>()
        .AddEnumType<FollowUpIntensity>()
        .AddEnumType<ClosingReason>()
        .AddEnumType<BlockerKind>()
        .AddObjectType<ClosingNode>(d => d.BindFieldsImplicitly().Name("Closing"))
        .AddObjectType<ClosingBlockerNode>(d =>
        {
            d.Name("ClosingBlocker").Description("Something to be ended before the record is closed.");
            d.Field(b => b.Kind);
            d.Field(b => b.Label);
            d.Field("nodeId").Type("ID!").Resolve(c => c.Parent<ClosingBlockerNode>().NodeId);
        })
        .AddTypeExtension("CareRecord", d =>
        {
            d.Field("status").Type("RecordStatus!").Resolve(c => Life(c).Status);
            d.Field("intensity").Type("FollowUpIntensity").Description("How closely the person is followed; null until it is stated.").Resolve(c => Life(c).Intensity);
            d.Field("deputy").Type("Professional").Description("Who stands in for the referent.").Resolve<ProfessionalEntry?>(async c =>
                Life(c).Deputy is { } deputy ? await Names.ProfessionalAsync(c, deputy) : null);
            d.Field("noPhysicianSince").Type("Date").Description("Since when it is stated that the person has no principal physician.").Resolve(c => Life(c).NoPhysicianSince);
            d.Field("standbyUntil").Type("Date").Resolve(c => Life(c).StandbyUntil);
            d.Field("closing").Type("Closing").Description("How the coordination ended; null while it goes on.")
                .Resolve(c => Life(c).Closing is { } closing ? new ClosingNode(closing.Reason, closing.On) : null);
            d.Field("reopenableUntil").Type("Date").Description("Last day on which a closed record is taken up again.")
                .Resolve(c => Life(c).Closing is { } closing ? closing.On.AddDays(ReopenCareRecord.Days) : (DateOnly?)null);
            d.Field("closingBlockers").Type("[ClosingBlocker!]").Description("What has to be ended before the record is closed.").Resolve<ClosingBlockerNode[]>(async c =>
            {
                var node = c.Parent<CareRecordNode>();
                await CareRecordQueries.DemandAsync(c, AccessAction.LeadRecord, node);
                return [.. (await ClosingBlockers.ReadAsync(c, node)).Select(ClosingBlockers.InWords)];
            });
        });

    private static CareRecordLife Life(IResolverContext context) => context.Parent<CareRecordNode>().View.Record.Life;
}
