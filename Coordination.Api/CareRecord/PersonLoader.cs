using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Loads the persons of an answer together.</summary>
public sealed class PersonLoader(PersonIndex persons, DataLoaderContext context) : BatchDataLoader<PersonKey, PersonNode>(context)
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<PersonKey, PersonNode>> LoadBatchAsync(IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        // Whoever became another's is shown as that one.
        var now = await persons.FollowAsync(keys, cancellation);
        var traits = await persons.GetAsync([.. now.Values], cancellation);
        return now.ToDictionary(k => k.Key, k => new PersonNode(k.Value, traits.GetValueOrDefault(k.Value)));
    }
}
