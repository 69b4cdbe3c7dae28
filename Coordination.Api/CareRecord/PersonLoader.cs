using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Loads the persons of an answer together.</summary>
public sealed class PersonLoader(PersonIndex persons, IBatchScheduler scheduler) : BatchDataLoader<PersonKey, PersonNode>(scheduler)
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<PersonKey, PersonNode>> LoadBatchAsync(IReadOnlyList<PersonKey> keys, CancellationToken cancellationToken)
    {
        var traits = await persons.GetAsync(keys, cancellationToken);
        return keys.Distinct().ToDictionary(k => k, k => new PersonNode(k, traits.GetValueOrDefault(k)));
    }
}
