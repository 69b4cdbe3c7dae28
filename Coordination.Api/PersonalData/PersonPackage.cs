using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Api.CareRecord;
using Coordination.Api.Security.Audit;
using Coordination.Domain.CareRecord;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Api.PersonalData;

/// <summary>A fact about a person with her own sealed values opened.</summary>
/// <param name="By">Id of who said it, never a name.</param>
public sealed record PackagedEvent(Guid Stream, string StreamType, long Version, string Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? By, JsonNode Data);

/// <summary>Reads all that is held about a person, a stream at a time. Nothing of an erased person is left to read.</summary>
public sealed class PersonPackage(DocumentStore store, PersonStreamFinder streams, PersonRegistry registry, EventSealer sealer, ISubjectKeys keys, AuditLog audit)
{
    private const int AuditPage = 500;

    /// <summary>What somebody else may claim as theirs: names and phone numbers of those whom the person designated.</summary>
    private static readonly Dictionary<string, string[]> OfThirdPersons = new() { ["contact_designated"] = ["name", "phone"] };

    /// <summary>Her identity; null when she is erased or unknown.</summary>
    public async Task<PersonTraits?> TraitsAsync(PersonKey person, CancellationToken cancellation) =>
        (await registry.TraitsAsync(person.Territory, [person.Person.Value], cancellation)).GetValueOrDefault(person.Person.Value);

    /// <summary>Every fact about her, stream by stream.</summary>
    public async IAsyncEnumerable<PackagedEvent> EventsAsync(PersonKey person, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var identities = await streams.IdentitiesAsync(person.Territory, person.Person, cancellation);
        await keys.FindManyAsync(person.Territory.Value, [.. identities], cancellation);
        foreach (var (id, type) in await streams.FindAsync(person.Territory, person.Person, cancellation))
        {
            await using var session = store.QuerySession(person.Territory.Value);
            var events = await session.RawAsync(
                "select version, type, occurred_at, timestamp, user_name, data::text from mt_events where tenant_id = $1 and stream_id = $2 order by version",
                [person.Territory.Value, id],
                row => (Version: row.GetInt64(0), Alias: row.GetString(1), Occurred: row.GetFieldValue<DateTimeOffset>(2), Recorded: row.GetFieldValue<DateTimeOffset>(3),
                    By: row.IsDBNull(4) ? null : row.GetString(4), Data: row.GetString(5)),
                cancellation);
            foreach (var e in events) yield return new(id, type, e.Version, e.Alias, e.Occurred, e.Recorded, e.By, Open(JsonNode.Parse(e.Data)!, e.Alias, identities));
        }
    }

    /// <summary>Who saw her data, or was refused it; the last one first.</summary>
    public async IAsyncEnumerable<AuditRow> AccessesAsync(PersonKey person, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in audit.PagesAsync(person.Territory, new(Person: person.Person.Value), AuditPage, cancellation))
            foreach (var row in page) yield return row;
    }

    private JsonNode Open(JsonNode node, string alias, IReadOnlyList<Guid> identities)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                    if (OfThirdPersons.GetValueOrDefault(alias)?.Contains(name) == true) fields.Remove(name);
                    else if (value is not null) fields[name] = Detached(Open(value, alias, identities), value);
                return fields;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    if (items[i] is { } item) items[i] = Detached(Open(item, alias, identities), item);
                return items;
            case JsonValue text when text.GetValueKind() is JsonValueKind.String && Sealed(text.GetValue<string>()) is { } origin:
                // A value of somebody else stays closed, and so does one whose key is gone.
                return identities.Contains(origin.SubjectId) && sealer.Open(text.GetValue<string>()) is { } plain ? JsonNode.Parse(plain)! : JsonValue.Create("");
            default:
                return node;
        }
    }

    private static JsonNode Detached(JsonNode opened, JsonNode before) => ReferenceEquals(opened, before) ? opened.DeepClone() : opened;

    private static SealedOrigin? Sealed(string text)
    {
        if (!text.StartsWith("s1.", StringComparison.Ordinal)) return null;
        try
        {
            return EventSealer.OriginOf(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
