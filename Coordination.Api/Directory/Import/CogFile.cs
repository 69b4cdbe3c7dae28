using System.Collections.Frozen;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.Directory.Import;

/// <summary>A commune of the COG, or what an old code became.</summary>
public sealed record CogRow(string Insee, string Name, string? MergedInto, DateOnly? MergedOn);

/// <summary>The two files of the COG: communes (« v_commune ») and their movements (« v_mvt_commune »).</summary>
public static class CogFile
{
    /// <summary>Columns of the communes.</summary>
    public static IReadOnlyList<string> Communes { get; } = ["typecom", "com", "libelle", "comparent"];

    /// <summary>Columns of the movements.</summary>
    public static IReadOnlyList<string> Movements { get; } = ["mod", "date_eff", "typecom_av", "com_av", "libelle_av", "typecom_ap", "com_ap"];

    private static readonly FrozenSet<string> Types = FrozenSet.Create("COM", "COMA", "COMD", "ARM");

    // Fusions, and codes changed by a new department or a new chief town; 20 and 21 create or restore a commune.
    private static readonly FrozenSet<string> Ends = FrozenSet.Create("31", "32", "33", "34", "41", "50"), Begins = FrozenSet.Create("20", "21");

    /// <summary>A commune, or an associated or delegated one with the commune it is part of; null for one that bears the code of the whole.</summary>
    public static CogRow? ReadCommune(LineReader line)
    {
        var type = line.Code("typecom", Types) ?? throw new FieldRefusedException("typecom", "REQUIRED");
        var code = Code(line, "com");
        var name = line.Required("libelle", 200);
        if (type is "COM" or "ARM") return new(code, name, null, null);
        var whole = Code(line, "comparent");
        return whole == code ? null : new(code, name, whole, null);
    }

    /// <summary>What a movement says of a code: it became another one, or came back (then nothing it became); null when it says neither.</summary>
    public static CogRow? ReadMovement(LineReader line)
    {
        var day = line.Day("date_eff") ?? throw new FieldRefusedException("date_eff", "REQUIRED");
        var kind = line.Required("mod", 2);
        if (!kind.All(char.IsAsciiDigit)) throw new FieldRefusedException("mod", "CODE_UNKNOWN");
        line.Code("typecom_av", Types);
        var (before, after) = (Code(line, "com_av"), Code(line, "com_ap"));
        if (line.Code("typecom_ap", Types) != "COM") return null;
        if (Begins.Contains(kind)) return new(after, line.Optional("libelle_ap") ?? line.Required("libelle_av", 200), null, day);
        return Ends.Contains(kind) && line.Text("typecom_av") == "COM" && before != after ? new(before, line.Required("libelle_av", 200), after, day) : null;
    }

    private static string Code(LineReader line, string column) =>
        CommuneCode.TryParse(line.Text(column), out var code) ? code.Value : throw new FieldRefusedException(column, "INSEE_CODE");
}
