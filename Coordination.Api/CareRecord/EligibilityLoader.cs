using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Whether the record of each person may be shown (DOMAIN Rulings 2); a person without a record may not.</summary>
public sealed class EligibilityLoader(DocumentStore store, DataLoaderContext context) : BatchDataLoader<PersonKey, bool>(context)
{
    /// <summary>The condition « the person of this column has an eligible record », for lists of the same tenant; the column is qualified by its view's name.</summary>
    public static string Condition(string personColumn) =>
        $"exists (select from {CareRecordProjection.View.Table} record where record.person_id = {personColumn} and record.eligible)";

    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<PersonKey, bool>> LoadBatchAsync(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<PersonKey, bool>();
        foreach (var territory in keys.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            var views = await session.QueryAsync<CareRecordView>("where person_id = any($1)", [territory.Select(k => k.Person.Value).ToArray()], cancellation);
            foreach (var view in views) found[new(territory.Key, view.Record.PersonId)] = view.Record.IsEligible;
        }

        return found;
    }
}
