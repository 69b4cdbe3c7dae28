using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Loads the persons of an answer together.</summary>
public sealed class PersonLoader(PersonIndex persons, DataLoaderContext context) : BatchDataLoader<PersonKey, PersonNode>(context)
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<PersonKey, PersonNode>> LoadBatchAsync(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        var traits = await persons.GetAsync(keys, cancellation);
        return keys.Distinct().ToDictionary(k => k, k => new PersonNode(k, traits.GetValueOrDefault(k)));
    }
}
