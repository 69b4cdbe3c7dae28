using System.Globalization;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.Directory.Import;

/// <summary>A structure of FINESS.</summary>
public sealed record FinessRow(string Finess, string? LegalEntity, string Name, string Category, string? Commune, DateOnly? OpenedOn);

/// <summary>The « etalab » stock of FINESS: a first line that names its day, then one section per kind of line, without column names.</summary>
public static class FinessFile
{
    /// <summary>The section of structures; that of their coordinates is passed over.</summary>
    public const string Structures = "structureet", Coordinates = "geolocalisation";

    /// <summary>Its columns, by the order of publication.</summary>
    public static IReadOnlyDictionary<string, int> Columns { get; } = new[]
    {
        "section", "nofinesset", "nofinessej", "rs", "rslongue", "complrs", "compldistrib", "numvoie", "typvoie", "voie", "compvoie", "lieuditbp",
        "commune", "departement", "libdepartement", "ligneacheminement", "telephone", "telecopie", "categetab", "libcategetab", "categagretab",
        "libcategagretab", "siret", "codeape", "codemft", "libmft", "codesph", "libsph", "dateouv", "dateautor", "datemaj",
    }.Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at);

    /// <summary>The day that the first line names; throws when it is no FINESS file.</summary>
    public static DateOnly DayOf(string firstLine) =>
        firstLine.Split(';') is ["finess", "etalab", _, var day, ..] && DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            ? parsed
            : throw new FileRefusedException("FILE_FORMAT", "the first line is not « finess;etalab;…;day »");

    /// <summary>The row of a line; throws <see cref="FieldRefusedException"/>.</summary>
    public static FinessRow Read(LineReader line)
    {
        var category = line.Required("categetab");
        if (category.Length is < 3 or > 4 || !category.All(char.IsAsciiDigit)) throw new FieldRefusedException("categetab", "CATEGORY");
        if (line.Optional("siret") is { } siret && !Siret.IsValid(siret)) throw new FieldRefusedException("siret", "SIRET_KEY");
        return new(
            Number(line, "nofinesset"), line.Optional("nofinessej") is null ? null : Number(line, "nofinessej"),
            line.Optional("rslongue") ?? line.Required("rs"), category, CommuneOf(line), line.Day("dateouv"));
    }

    /// <summary>The key of a refused line.</summary>
    public static string KeyOf(LineReader line) => line.Text("nofinesset");

    private static string Number(LineReader line, string column) =>
        Finess.TryParse(line.Text(column), out var finess) && finess.HasValidKey ? finess.Value : throw new FieldRefusedException(column, "FINESS_KEY");

    // Three characters in a department of two; overseas the department is 9A … 9J and the INSEE code begins with 97.
    private static string? CommuneOf(LineReader line)
    {
        if (line.Optional("commune") is not { } commune) return null;
        var department = line.Text("departement");
        if (department.Length == 2 && department[0] == '9' && char.IsAsciiLetter(department[1])) department = "97";
        return CommuneCode.TryParse(department + commune, out var code) ? code.Value : throw new FieldRefusedException("commune", "INSEE_CODE");
    }
}
