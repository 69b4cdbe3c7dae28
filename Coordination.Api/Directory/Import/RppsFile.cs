using System.Collections.Frozen;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Api.Directory.Import;

/// <summary>One line of the extraction: a professional, and one of her activities when she has one.</summary>
public sealed record RppsRow(
    Guid Id, string Rpps, string Name, string Profession, string ProfessionLabel, string? Structure, string Mode, string Function, string? Role,
    string StructureName, string? Commune, string? Phone)
{
    /// <summary>What tells activities apart.</summary>
    public string Key => $"{Rpps}|{Structure}|{Profession}|{Mode}|{Function}";
}

/// <summary>The columns and rules of « PS_LibreAcces_Personne_activite ».</summary>
public static class RppsFile
{
    /// <summary>Columns without which it is another file, by their plain names.</summary>
    public static IReadOnlyList<string> Needed { get; } =
    [
        "type d'identifiant pp", "identifiant pp", "nom d'exercice", "prenom d'exercice", "code profession", "libelle profession",
        "code mode exercice", "numero siret site", "numero finess site", "raison sociale site",
    ];

    private static readonly Guid Space = new("9b0a6a52-3c35-4c65-8f0c-2d6c7b1e5f10");

    // TRE_G15, with the professions that joined the register since: psychologists, social workers, osteopaths, psychotherapists, chiropractors.
    private static readonly FrozenSet<string> Professions = FrozenSet.Create(
        "10", "21", "26", "28", "31", "32", "35", "36", "37", "38", "39", "40", "41", "50", "60", "69", "70", "71", "72", "73", "80", "81", "82",
        "83", "84", "85", "86", "91", "92", "93", "94", "95", "96", "97", "98");

    private static readonly FrozenSet<string> Categories = FrozenSet.Create("C", "M", "E"), Modes = FrozenSet.Create("L", "S", "B", "A");

    /// <summary>The row of a line; throws <see cref="FieldRefusedException"/>.</summary>
    public static RppsRow Read(LineReader line)
    {
        if (line.Text("type d'identifiant pp") != "8") throw new FieldRefusedException("type d'identifiant pp", "RPPS_ONLY");
        if (!Rpps.TryParse(line.Text("identifiant pp"), out var rpps)) throw new FieldRefusedException("identifiant pp", "RPPS_KEY");
        var profession = line.Required("code profession", 10);
        line.Code("code profession", Professions);
        line.Code("code categorie professionnelle", Categories);
        var name = $"{line.Required("prenom d'exercice", 100)} {line.Required("nom d'exercice", 100)}";
        var title = line.Text("code civilite d'exercice") is "DR" or "PR" ? $"{(line.Text("code civilite d'exercice") == "PR" ? "Pr" : "Dr")} " : "";
        var structure = StructureOf(line);
        return new(
            DeterministicGuid.V5(Space, rpps.Value), rpps.Value, title + name, profession, line.Required("libelle profession"), structure,
            line.Code("code mode exercice", Modes) ?? (structure is null ? "" : throw new FieldRefusedException("code mode exercice", "REQUIRED")),
            line.Optional("code role") ?? line.Text("code genre activite"), line.Optional("libelle role") ?? line.Optional("libelle genre activite"),
            structure is null ? "" : line.Required("raison sociale site"), CommuneOf(line, "code commune (coord. structure)"), PhoneOf(line));
    }

    /// <summary>The key of a line that was refused, as far as it can be told: what the line speaks of is in the file all the same.</summary>
    public static string KeyOf(LineReader line) => line.Text("identifiant pp");

    // FINESS of the site, else of its legal entity, else « 3 » and SIRET as IDNST has them, else the register's own identifier.
    private static string? StructureOf(LineReader line)
    {
        foreach (var column in new[] { "numero finess site", "numero finess etablissement juridique" })
            if (line.Optional(column) is { } number)
                return Finess.TryParse(number, out var finess) && finess.HasValidKey ? finess.Value : throw new FieldRefusedException(column, "FINESS_KEY");
        if (line.Optional("numero siret site") is { } siret)
            return Siret.IsValid(siret) ? $"3{siret}" : throw new FieldRefusedException("numero siret site", "SIRET_KEY");
        return line.Optional("identifiant technique de la structure");
    }

    private static string? CommuneOf(LineReader line, string column) => line.Optional(column) is not { } text ? null
        : CommuneCode.TryParse(text, out var commune) ? commune.Value : throw new FieldRefusedException(column, "INSEE_CODE");

    private static string? PhoneOf(LineReader line)
    {
        var digits = new string([.. line.Text("telephone (coord. structure)").Where(c => char.IsAsciiDigit(c) || c == '+')]);
        return digits.Length is >= 4 and <= 15 ? digits : null;
    }
}
