using Coordination.Domain.CareRecord;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Projections.CareRecord;

/// <summary>What other capabilities need of a record: whose it is, who refers, and whether hospital facts may enter.</summary>
public sealed record CareRecordView(Guid Id, Record Record);

/// <summary>One row per record, in the transaction of its events.</summary>
public sealed class CareRecordProjection : SingleStreamProjection<CareRecordView>
{
    /// <summary>The view's table: looked up by person.</summary>
    public static ViewDefinition<CareRecordView> View { get; } = new ViewDefinition<CareRecordView>("care_record", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Record.PersonId.Value)
        .Column("eligible", "boolean", v => v.Record.IsEligible)
        .Index("person_id");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["care_record"];

    /// <inheritdoc />
    public override CareRecordView? Evolve(CareRecordView? view, IEvent e) =>
        e.Data is CareRecordEvent fact ? new(e.StreamId, Record.Evolve(view?.Record, fact)) : view;
}
