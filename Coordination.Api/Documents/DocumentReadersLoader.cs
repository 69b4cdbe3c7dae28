using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Documents;

/// <summary>A document of a territory.</summary>
public readonly record struct DocumentKey(TerritoryId Territory, Guid Id);

/// <summary>That somebody opened a document, once or more.</summary>
/// <param name="Reader">The reader's id in the directory.</param>
public sealed record DocumentReading(string Reader, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times);

/// <summary>Who opened each document, last one first: one SQL command for all of a territory's.</summary>
public sealed class DocumentReadersLoader(DocumentStore store, DataLoaderContext context) : GroupedDataLoader<DocumentKey, DocumentReading>(context)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<DocumentKey, DocumentReading>> LoadGroupedBatchAsync(IReadOnlyList<DocumentKey> keys, CancellationToken cancellation)
    {
        var found = new List<(DocumentKey Key, DocumentReading Reading)>();
        foreach (var group in keys.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(group.Key.Value);
            found.AddRange(await session.RawAsync(
                "select document_id, reader, first_at, last_at, times from document_read where tenant_id = $1 and document_id = any($2) order by last_at desc, reader",
                [group.Key.Value, group.Select(k => k.Id).ToArray()],
                row => (new DocumentKey(group.Key, row.GetGuid(0)), new DocumentReading(row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt32(4))),
                cancellation));
        }

        return found.ToLookup(f => f.Key, f => f.Reading);
    }
}
