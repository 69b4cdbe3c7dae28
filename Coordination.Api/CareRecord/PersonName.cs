using System.Globalization;
using System.Text;

namespace Coordination.Api.CareRecord;

/// <summary>Names made comparable: as typed without accents, and as they sound in French.</summary>
public static class PersonName
{
    // Groups first, single letters last; what a name ends in silently is dropped after.
    private static readonly (string From, string To)[] Sounds =
    [
        ("eaux", "o"), ("eau", "o"), ("aux", "o"), ("au", "o"), ("ault", "o"),
        ("tsch", "1"), ("sch", "1"), ("ch", "1"), ("sh", "1"), ("ph", "f"), ("gn", "n"), ("gu", "g"), ("qu", "k"),
        ("ain", "2"), ("ein", "2"), ("aim", "2"), ("in", "2"), ("im", "2"), ("yn", "2"), ("ym", "2"), ("un", "2"), ("um", "2"),
        ("an", "3"), ("am", "3"), ("en", "3"), ("em", "3"), ("on", "4"), ("om", "4"),
        ("oeu", "5"), ("eu", "5"), ("ou", "6"), ("oi", "7"), ("oy", "7"), ("ai", "e"), ("ay", "e"), ("ei", "e"), ("ey", "e"), ("oe", "e"), ("ae", "e"),
        ("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"), ("z", "s"), ("w", "v"), ("x", "s"), ("h", ""),
    ];

    private static readonly HashSet<string> ParticleWords = ["de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "der", "den", "ben", "el", "al", "di", "da"];

    /// <summary>Lower case without accents, ligatures opened, hyphens and apostrophes as spaces.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder(text?.Length ?? 0);
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            _ = c switch
            {
                'œ' or 'Œ' => folded.Append("oe"),
                'æ' or 'Æ' => folded.Append("ae"),
                'ß' or 'ẞ' => folded.Append("ss"),
                'ø' or 'Ø' => folded.Append('o'),
                'ł' or 'Ł' => folded.Append('l'),
                '-' or '\'' or '’' or 'ʼ' or '`' or '´' or '‐' or '‑' or '–' or '.' or ',' => folded.Append(' '),
                _ => folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c)),
            };
        }

        return folded.ToString();
    }

    /// <summary>The folded words.</summary>
    public static string[] Words(string? text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words that tell two names apart: without particles, unless there is nothing else.</summary>
    public static string[] Telling(string? text)
    {
        var words = Words(text);
        var telling = words.Where(w => !ParticleWords.Contains(w)).ToArray();
        return telling.Length > 0 ? telling : words;
    }

    /// <summary>
    /// How a folded word sounds in French: nasal vowels and groups of letters as one sign, k, s, v and j written one way, silent h and endings dropped,
    /// double signs once. Coarser than spelling and finer than Soundex, whose English groups part c from s and k from q.
    /// </summary>
    public static string Sound(string word)
    {
        var sound = new StringBuilder(word.Length);
        // s before another s, and t, d, p, x, z, e at the end are not heard.
        var heard = word.TrimEnd('s', 't', 'd', 'p', 'x', 'z', 'e');
        if (heard.Length == 0) heard = word;
        for (var i = 0; i < heard.Length;)
        {
            var (length, sign) = SignAt(heard, i);
            if (sign.Length > 0 && (sound.Length == 0 || sound[^1] != sign[0])) sound.Append(sign);
            i += length;
        }

        return sound.ToString();
    }

    private static (int Length, string Sign) SignAt(string word, int at)
    {
        // c and g are soft before e, i and y, which are heard on their own.
        if (at + 1 < word.Length && word[at + 1] is 'e' or 'i' or 'y' && word[at] is 'c' or 'g') return (1, word[at] is 'c' ? "s" : "j");
        foreach (var sound in Sounds)
            if (string.CompareOrdinal(word, at, sound.From, 0, sound.From.Length) == 0 && !IsOpenNasal(word, at, sound))
                return (sound.From.Length, sound.To);
        return (1, word[at].ToString());
    }

    // "an" in "Ana" is no nasal vowel: a vowel or another n or m follows.
    private static bool IsOpenNasal(string word, int at, (string From, string To) sound) =>
        sound.To is "2" or "3" or "4" && at + sound.From.Length < word.Length && word[at + sound.From.Length] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'n' or 'm';
}
