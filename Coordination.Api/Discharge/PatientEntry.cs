using System.Text;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Api.Discharge;

/// <summary>Reads an identity entered by hand: names in normal form, a birth date of somebody alive, right keys.</summary>
public static class PatientEntry
{
    private const int LongestName = 100;
    private const int LongestLife = 130;

    /// <summary>The traits, provisional: no document was shown to us. Or the field and the rule that it breaks.</summary>
    public static (PersonTraits? Traits, InvalidCommand? Error) Read(PatientInput patient, CommuneCode commune, DateOnly today)
    {
        var given = patient.GivenNames.Select(Normal).Where(n => n.Length > 0).ToArray();
        var error = Name(Normal(patient.BirthName), "birthName", required: true)
            ?? Name(Normal(patient.UsedName), "usedName", required: false)
            ?? (given.Length is 0 or > 10 ? new InvalidCommand("givenNames", "ONE_TO_TEN") : null)
            ?? given.Select(n => Name(n, "givenNames", required: true)).FirstOrDefault(e => e is not null)
            ?? (patient.BirthDate > today ? new InvalidCommand("birthDate", "NOT_IN_FUTURE") : null)
            ?? (patient.BirthDate < today.AddYears(-LongestLife) ? new InvalidCommand("birthDate", "NOT_OVER_130_YEARS") : null)
            ?? Text(patient.Ipp, "ipp", 50) ?? Text(patient.Phone, "phone", 30)
            ?? (!string.IsNullOrWhiteSpace(patient.Ins) && !InsOf(patient.Ins).Any() ? new InvalidCommand("ins", "INS_KEY") : null);
        return error is not null
            ? (null, error)
            : (new PersonTraits(Normal(patient.BirthName), Normal(patient.UsedName) is { Length: > 0 } used ? used : null, [.. given], patient.Sex,
                patient.BirthDate, null, Normal(patient.Phone) is { Length: > 0 } phone ? phone : null, commune, null, IdentityStatus.Provisional), null);
    }

    /// <summary>What a matricule of 15 characters may be, whatever its kind; nothing when its key is wrong.</summary>
    public static IEnumerable<Ins> InsOf(string? text)
    {
        foreach (var kind in new[] { "8", "9", "10", "11" })
            if (Ins.TryParse(text, $"1.2.250.1.213.1.4.{kind}", out var ins) && ins.HasValidKey)
                yield return ins;
    }

    /// <summary>The local number as it is kept; null when none was given.</summary>
    public static string? IppOf(PatientInput patient) => string.IsNullOrWhiteSpace(patient.Ipp) ? null : patient.Ipp.Trim();

    /// <summary>A name in normal form: composed, one space between words.</summary>
    public static string Normal(string? text) =>
        string.Join(' ', (text ?? "").Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>What is wrong with a name in normal form; null when nothing is.</summary>
    public static InvalidCommand? Name(string name, string field, bool required) =>
        required && name.Length == 0 ? new(field, "REQUIRED")
        : name.Length > LongestName ? new(field, "AT_MOST_100")
        : name.Any(c => !char.IsLetter(c) && c is not (' ' or '-' or '\'' or '’' or '.') && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark)
            ? new(field, "LETTERS_ONLY")
            : null;

    /// <summary>What is wrong with a short text; null when nothing is.</summary>
    public static InvalidCommand? Text(string? text, string field, int longest) =>
        text is null ? null : text.Length > longest || text.Any(char.IsControl) ? new(field, "SHORT_TEXT") : null;
}
