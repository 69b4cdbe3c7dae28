using Coordination.Api.PersonalData;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>The ids under which something may be said of a person: hers, and those of the identities that became hers; read once per request.</summary>
public sealed class PersonIdentities(PersonStreamFinder finder, DataLoaderContext context) : BatchDataLoader<PersonKey, IReadOnlyList<Guid>>(context)
{
    /// <summary>Those of a record's person.</summary>
    public static async Task<Guid[]> OfAsync(IResolverContext context, CareRecordNode node) =>
        [.. await context.DataLoader<PersonIdentities>().LoadAsync(node.Person) ?? []];

    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<PersonKey, IReadOnlyList<Guid>>> LoadBatchAsync(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<PersonKey, IReadOnlyList<Guid>>();
        foreach (var key in keys) found[key] = await finder.IdentitiesAsync(key.Territory, key.Person, cancellation);
        return found;
    }
}
