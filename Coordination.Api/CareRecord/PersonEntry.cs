using System.Globalization;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.CareRecord;

/// <summary>A person in memory, with what she is found and sorted by.</summary>
internal sealed class PersonEntry
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;
    private readonly string[] words;
    private readonly string[] sounds;

    /// <summary>Prepares the traits.</summary>
    public PersonEntry(PersonTraits traits, PersonId? mergedInto)
    {
        (Traits, MergedInto, Born) = (traits, mergedInto, traits.Born);
        var given = string.Join(' ', traits.GivenNames);
        words = [.. PersonName.Words($"{traits.BirthName} {traits.UsedName} {given}").Distinct()];
        sounds = [.. words.Select(PersonName.Sound).Distinct()];
        var names = PersonName.Telling(traits.BirthName);
        (Name, NameSound) = (string.Concat(names), string.Concat(names.Select(PersonName.Sound)));
        var first = traits.GivenNames.IsDefaultOrEmpty ? "" : traits.GivenNames[0];
        (First, FirstSound) = (string.Concat(PersonName.Words(first)), string.Concat(PersonName.Words(first).Select(PersonName.Sound)));
        Text = PersonName.Fold($"{traits.BirthName} {traits.UsedName} {given} {traits.BirthDate:dd/MM/yyyy}");
        SortKey = French.GetSortKey($"{traits.UsedName ?? traits.BirthName} {given}", CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
    }

    public PersonTraits Traits { get; }

    public PersonId? MergedInto { get; }

    public IdentityBirthDay? Born { get; }

    public string Text { get; }

    public SortKey SortKey { get; }

    private string Name { get; }

    private string NameSound { get; }

    private string First { get; }

    private string FirstSound { get; }

    /// <summary>Each word begins one of her names, or sounds like one when it is long enough to tell.</summary>
    public bool Matches(IReadOnlyList<(string Word, string Sound)> asked) =>
        asked.All(a => words.Any(w => w.StartsWith(a.Word, StringComparison.Ordinal)) || (a.Word.Length >= 3 && sounds.Contains(a.Sound)));

    /// <summary>How much two identities speak for one person; null when nothing does. The matricule is looked at by the caller.</summary>
    public DuplicateKind? CompareWith(PersonEntry other)
    {
        if (Born is null || other.Born is null || !Born.MayBe(other.Born) || !SexMayBe(other)) return null;
        if (Name == other.Name && FirstMayBe(First, other.First) && Born.Text == other.Born.Text) return DuplicateKind.SameTraits;
        return SoundsLike(NameSound, other.NameSound, other) && FirstMayBe(FirstSound, other.FirstSound) ? DuplicateKind.NearTraits : null;
    }

    private bool SexMayBe(PersonEntry other) => Traits.Sex == other.Traits.Sex || Traits.Sex is Sex.Unknown || other.Traits.Sex is Sex.Unknown;

    // A married name is often taken for the birth name.
    private bool SoundsLike(string mine, string others, PersonEntry other) =>
        mine == others || UsedSound(this) == others || UsedSound(other) == mine;

    private static string? UsedSound(PersonEntry entry) =>
        entry.Traits.UsedName is { } used ? string.Concat(PersonName.Telling(used).Select(PersonName.Sound)) : null;

    // "Marie" and "Marie-Claude" may be one: a compound name is often cut.
    private static bool FirstMayBe(string mine, string others) =>
        mine.Length > 0 && others.Length > 0 && (mine.StartsWith(others, StringComparison.Ordinal) || others.StartsWith(mine, StringComparison.Ordinal));
}
