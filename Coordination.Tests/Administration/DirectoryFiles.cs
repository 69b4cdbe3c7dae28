namespace Coordination.Tests.Administration;

/// <summary>Invented lines in the published formats, and a folder of their own for the files.</summary>
internal sealed class DirectoryFiles : IDisposable
{
    public const string RppsHeader = "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité d'exercice|Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|Code commune (coord. structure)|Téléphone (coord. structure)";
    public const string FinessHeader = "finess;etalab;94;2026-11-03";
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("coordination-import-").FullName;
    private int files;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    public string Write(params IEnumerable<string> lines) => Write(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public string Write(byte[] content)
    {
        var path = Path.Combine(folder, $"file-{++files}.txt");
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A nurse of the invented range 99947; without a structure she has no activity.</summary>
    public static string Nurse(int serial, string? structure = "470990011", string name = "ESSAI", string mode = "S", string skill = "", string profession = "60")
    {
        var fields = new Dictionary<string, string>
        {
            ["Type d'identifiant PP"] = "8", ["Identifiant PP"] = RppsOf(serial), ["Nom d'exercice"] = name, ["Prénom d'exercice"] = "Ada",
            ["Code profession"] = profession, ["Libellé profession"] = "Infirmier", ["Code catégorie professionnelle"] = "C", ["Code savoir-faire"] = skill,
            ["Code commune (coord. structure)"] = "47001", ["Téléphone (coord. structure)"] = "05 53 00 00 00",
        };
        if (structure is not null) (fields["Code mode exercice"], fields["Numéro FINESS site"], fields["Raison sociale site"]) = (mode, structure, "CH D'ESSAI");
        return string.Join('|', RppsHeader.Split('|').Select(c => fields.GetValueOrDefault(c, "")));
    }

    public static string RppsOf(int serial) => Keyed($"99947{serial:00000}");

    public static string FinessOf(int serial) => Keyed($"47098{serial:000}");

    /// <summary>A structure in Agen.</summary>
    public static string Structure(int serial, string name = "EHPAD D'ESSAI", string commune = "001", string department = "47") =>
        $"structureet;{FinessOf(serial)};{FinessOf(900)};{name};;;;1;R;DE L'ESSAI;;;{commune};{department};LOT ET GARONNE;47000 AGEN;0553000000;;500;EHPAD;4401;Etablissements;;8710A;;;;;1998-02-01;1998-02-01;2020-01-01;";

    private static string Keyed(string digits) => Enumerable.Range(0, 10).Select(key => $"{digits}{key}").First(number => Domain.Identifiers.Luhn.IsValid(number));
}
