using System.Collections.Immutable;
using Coordination.Api.CareRecord;
using Coordination.Api.Discharge;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Api.Persons;

/// <summary>Reads an identity that was typed: names in normal form, a birth date as far as it is known, right keys.</summary>
public static class IdentityEntry
{
    private const int LongestLife = 130;

    /// <summary>Provisional traits, or the field and the rule that it breaks.</summary>
    public static (PersonTraits? Traits, InvalidCommand? Error) Read(IdentityInput identity, DateOnly today)
    {
        ImmutableArray<string> given = [.. identity.GivenNames.Select(PatientEntry.Normal).Where(n => n.Length > 0)];
        var born = IdentityBirthDay.Parse(identity.BirthDate);
        var commune = string.IsNullOrWhiteSpace(identity.Commune) ? null : identity.Commune.Trim();
        var error = PatientEntry.Name(PatientEntry.Normal(identity.BirthName), "birthName", required: true)
            ?? PatientEntry.Name(PatientEntry.Normal(identity.UsedName), "usedName", required: false)
            ?? (given.Length is 0 or > 10 ? new InvalidCommand("givenNames", "ONE_TO_TEN") : null)
            ?? given.Select(n => PatientEntry.Name(n, "givenNames", required: true)).FirstOrDefault(e => e is not null)
            ?? Day(born, "birthDate", today)
            ?? PatientEntry.Text(identity.BirthPlace, "birthPlace", 100) ?? PatientEntry.Text(identity.Phone, "phone", 30)
            ?? (commune is not null && (commune.Length != 5 || !commune.All(char.IsAsciiLetterOrDigit)) ? new InvalidCommand("commune", "INSEE_CODE") : null);
        if (error is not null) return (null, error);
        return (new(PatientEntry.Normal(identity.BirthName), Optional(identity.UsedName), given, identity.Sex, born!.IsWhole ? born.From : null,
            Optional(identity.BirthPlace), Optional(identity.Phone), commune is null ? null : new CommuneCode(commune), null, IdentityStatus.Provisional)
        {
            BirthDateText = born.IsWhole ? null : born.Text,
        }, null);
    }

    /// <summary>The fields in which two identities differ.</summary>
    public static ImmutableArray<TraitField> Differences(PersonTraits old, PersonTraits next)
    {
        (TraitField Field, bool Same)[] fields =
        [
            (TraitField.BirthName, old.BirthName == next.BirthName), (TraitField.GivenNames, old.GivenNames.SequenceEqual(next.GivenNames)), (TraitField.Sex, old.Sex == next.Sex),
            (TraitField.BirthDate, old.Born == next.Born), (TraitField.BirthPlace, old.BirthPlace == next.BirthPlace), (TraitField.UsedName, old.UsedName == next.UsedName),
            (TraitField.Phone, old.Phone == next.Phone), (TraitField.Commune, old.Commune == next.Commune),
        ];
        return [.. fields.Where(f => !f.Same).Select(f => f.Field)];
    }

    /// <summary>The INS of an answer of INSi and its traits, or what is wrong: typed by hand, every rule holds.</summary>
    public static (Ins Ins, InsTraits? Traits, InvalidCommand? Error) Read(InsiAnswerInput answer, PersonTraits known, bool production)
    {
        var check = InsCheck.Of(answer.Matricule, answer.Oid, production);
        if (check.EntryError is { } rule) return (default, null, new(rule is "INS_KEY" or "INS_FORMAT" ? "matricule" : "oid", rule));
        var (traits, error) = Read(new IdentityInput(answer.BirthName, answer.GivenNames.Split(' '), answer.Sex, answer.BirthDate, BirthPlace: answer.BirthPlace), DateOnly.MaxValue);
        if (traits is null) return (default, null, error);
        if (new PersonEntry(known, null).CompareWith(new PersonEntry(traits, null)) is not DuplicateKind.SameTraits) return (default, null, new("answer", "INSI_DISAGREES"));
        return (check.Ins!.Value, new(answer.BirthName, answer.GivenNames, answer.Sex, traits.Born!.Text, Optional(answer.BirthPlace)), null);
    }

    private static InvalidCommand? Day(IdentityBirthDay? born, string field, DateOnly today) => born switch
    {
        null => new(field, "BIRTH_DATE"),
        _ when born.From > today => new(field, "NOT_IN_FUTURE"),
        _ when today != DateOnly.MaxValue && born.To < today.AddYears(-LongestLife) => new(field, "NOT_OVER_130_YEARS"),
        _ => null,
    };

    private static string? Optional(string? text) => PatientEntry.Normal(text) is { Length: > 0 } normal ? normal : null;
}
