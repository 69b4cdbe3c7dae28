using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.CareRecord;

/// <summary>A person who may be the one described.</summary>
public sealed record PersonCandidate(PersonKey Key, DuplicateKind Kind);

/// <summary>Searches of the index.</summary>
public sealed partial class PersonIndex
{
    /// <summary>Persons of a territory whose names hold every word of the text, or whose birth date is the text.</summary>
    public async Task<IReadOnlySet<Guid>> SearchAsync(TerritoryId territory, string text, CancellationToken cancellation)
    {
        await LoadAsync(territory, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var words = PersonName.Words(text);
        return entries.Where(e => e.Key.Territory == territory && words.All(w => e.Value.Text.Contains(w, StringComparison.Ordinal)))
            .Select(e => Survivor(e.Key).Person.Value).ToHashSet();
    }

    /// <summary>
    /// Persons born on a day (or in the time that an incomplete date means) whose names begin with, or sound like, the letters; sorted by name. One that
    /// became another's is found as that one.
    /// </summary>
    public async Task<IReadOnlyList<PersonKey>> FindAsync(TerritoryId territory, IdentityBirthDay born, string? letters, CancellationToken cancellation)
    {
        await CatchUpAsync(territory, cancellation);
        return Find(territory, born, letters);
    }

    /// <summary>The same over what is in memory.</summary>
    public IReadOnlyList<PersonKey> Find(TerritoryId territory, IdentityBirthDay born, string? letters)
    {
        (string Word, string Sound)[] asked = [.. PersonName.Telling(letters).Select(w => (w, PersonName.Sound(w)))];
        return [.. entries.Where(e => e.Key.Territory == territory && e.Value.Born?.MayBe(born) == true && e.Value.Matches(asked))
            .Select(e => Survivor(e.Key)).Distinct().Where(entries.ContainsKey).OrderBy(k => entries[k].SortKey, SortKeys)];
    }

    /// <summary>Who may be this person already, the likeliest first. Reads what is in memory: catch up before.</summary>
    public IReadOnlyList<PersonCandidate> CandidatesFor(TerritoryId territory, PersonTraits traits, PersonId? self)
    {
        var asked = new PersonEntry(traits, null);
        return [.. entries.Where(e => e.Key.Territory == territory && e.Key.Person != self && e.Value.MergedInto is null)
            .Select(e => (e.Key, Kind: asked.CompareWith(e.Value))).Where(e => e.Kind is not null)
            .Select(e => new PersonCandidate(e.Key, e.Kind!.Value)).OrderByDescending(c => c.Kind).ThenBy(c => c.Key.Person.Value)];
    }

    /// <summary>Whether two identities in memory are written alike.</summary>
    public DuplicateKind? Compare(PersonKey one, PersonKey other) =>
        entries.TryGetValue(one, out var a) && entries.TryGetValue(other, out var b) ? a.CompareWith(b) : null;

    private static readonly IComparer<System.Globalization.SortKey> SortKeys =
        Comparer<System.Globalization.SortKey>.Create(System.Globalization.SortKey.Compare);

    private PersonKey Survivor(PersonKey key)
    {
        while (entries.TryGetValue(key, out var entry) && entry.MergedInto is { } into) key = new(key.Territory, into);
        return key;
    }
}
