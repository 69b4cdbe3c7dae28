using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.EventStore.Protection;

namespace Coordination.Api.CareRecord;

/// <summary>
/// Names of the persons of each territory, decrypted once into memory (E11): shown in lists, searched without accents or case, sorted
/// as French does. SQL never sees a name. A person met for the first time is read from the identity store.
/// </summary>
public sealed class PersonIndex(SubjectVault vault, PersonRegistry registry)
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;
    private readonly ConcurrentDictionary<PersonKey, Entry> entries = new();
    private readonly ConcurrentDictionary<TerritoryId, Lazy<Task>> loaded = new();

    private sealed record Entry(PersonTraits Traits, string SearchText, SortKey SortKey);

    /// <summary>The traits of these persons; an erased one is absent.</summary>
    public async Task<IReadOnlyDictionary<PersonKey, PersonTraits>> GetAsync(IReadOnlyCollection<PersonKey> keys, CancellationToken cancellation)
    {
        foreach (var territory in keys.Where(k => !entries.ContainsKey(k)).GroupBy(k => k.Territory))
            foreach (var (id, traits) in await registry.TraitsAsync(territory.Key, [.. territory.Select(k => k.Person.Value)], cancellation))
                Put(new(territory.Key, new(id)), traits);
        return keys.Distinct().Where(entries.ContainsKey).ToDictionary(k => k, k => entries[k].Traits);
    }

    /// <summary>Persons of a territory whose names hold every word of the text, or whose birth date is the text.</summary>
    public async Task<IReadOnlySet<Guid>> SearchAsync(TerritoryId territory, string text, CancellationToken cancellation)
    {
        await LoadAsync(territory);
        cancellation.ThrowIfCancellationRequested();
        var words = Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return entries.Where(e => e.Key.Territory == territory && words.All(w => e.Value.SearchText.Contains(w, StringComparison.Ordinal)))
            .Select(e => e.Key.Person.Value).ToHashSet();
    }

    /// <summary>Orders persons of a territory by name, as French sorts; unknown ones last.</summary>
    public async Task<Comparison<Guid>> OrderAsync(TerritoryId territory)
    {
        await LoadAsync(territory);
        return (a, b) => (Find(territory, a), Find(territory, b)) switch
        {
            (null, null) => a.CompareTo(b),
            (null, _) => 1,
            (_, null) => -1,
            ({ } x, { } y) => SortKey.Compare(x.SortKey, y.SortKey) is var order && order != 0 ? order : a.CompareTo(b),
        };
    }

    /// <summary>Forgets a person, who is read again at the next need.</summary>
    public void Invalidate(PersonKey key) => entries.TryRemove(key, out _);

    private Entry? Find(TerritoryId territory, Guid person) => entries.GetValueOrDefault(new(territory, new(person)));

    private Task LoadAsync(TerritoryId territory) => loaded.GetOrAdd(territory, t => new(() => ReadAllAsync(t))).Value;

    private async Task ReadAllAsync(TerritoryId territory)
    {
        try
        {
            await foreach (var (id, traits) in vault.ReadAllAsync<PersonTraits>(territory.Value))
                Put(new(territory, new(id)), traits);
        }
        catch
        {
            loaded.TryRemove(territory, out _);
            throw;
        }
    }

    private void Put(PersonKey key, PersonTraits traits)
    {
        var name = $"{traits.UsedName ?? traits.BirthName} {string.Join(' ', traits.GivenNames)}";
        var searched = $"{traits.BirthName} {traits.UsedName} {string.Join(' ', traits.GivenNames)} {traits.BirthDate:dd/MM/yyyy}";
        entries[key] = new(traits, Fold(searched), French.GetSortKey(name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace));
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            folded.Append(c is '-' or '\'' or '’' ? ' ' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
