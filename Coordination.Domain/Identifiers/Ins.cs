using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Coordination.Domain.Identifiers;

/// <summary>What an INS matricule is, told by its OID.</summary>
public enum InsKind
{
    /// <summary>NIR, OID 1.2.250.1.213.1.4.8.</summary>
    Nir,

    /// <summary>NIA, waiting for a NIR, OID 1.2.250.1.213.1.4.9.</summary>
    Nia,

    /// <summary>Test NIR, OID 1.2.250.1.213.1.4.10.</summary>
    NirTest,

    /// <summary>Demonstration NIR, OID 1.2.250.1.213.1.4.11.</summary>
    NirDemo,
}

/// <summary>
/// National health identity matricule: 13 characters and a 2-digit key, with the OID that says what it is.
/// Source: ANS, référentiel INS; INTEROP INS-01…03. It never shows itself whole: <see cref="ToString"/> is masked.
/// </summary>
[JsonConverter(typeof(InsConverter))]
public readonly record struct Ins
{
    private const string Root = "1.2.250.1.213.1.4.";

    private Ins(string matricule, InsKind kind) => (Matricule, Kind) = (matricule, kind);

    /// <summary>15 characters.</summary>
    public string Matricule { get; }

    /// <summary>What the matricule is.</summary>
    public InsKind Kind { get; }

    /// <summary>The OID of <see cref="Kind"/>.</summary>
    public string Oid => Root + Kind switch { InsKind.Nir => "8", InsKind.Nia => "9", InsKind.NirTest => "10", _ => "11" };

    /// <summary>True when the key is 97 − (first 13 mod 97), with 2A read as 19 and 2B as 18. A wrong key is a warning on input, and never qualified.</summary>
    public bool HasValidKey => Matricule is not null &&
        Key(Matricule.AsSpan(0, 13)) == int.Parse(Matricule.AsSpan(13), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The key of the first 13 characters of a matricule.</summary>
    public static int Key(ReadOnlySpan<char> thirteen)
    {
        Span<char> digits = stackalloc char[13];
        thirteen.CopyTo(digits);
        if (digits[5] == '2' && digits[6] is 'A' or 'B') (digits[5], digits[6]) = ('1', digits[6] == 'A' ? '9' : '8');
        return 97 - (int)(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) % 97);
    }

    /// <summary>Reads a matricule (spaces allowed, lower case normalised) with its OID; false when the shape or the OID is not an INS's.</summary>
    public static bool TryParse([NotNullWhen(true)] string? matricule, [NotNullWhen(true)] string? oid, out Ins ins)
    {
        ins = default;
        var value = string.Concat((matricule ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        InsKind? kind = oid switch { Root + "8" => InsKind.Nir, Root + "9" => InsKind.Nia, Root + "10" => InsKind.NirTest, Root + "11" => InsKind.NirDemo, _ => null };
        if (kind is null || value.Length != 15) return false;
        for (var i = 0; i < 15; i++)
        {
            var corsica = i == 6 && value[i] is 'A' or 'B' && value[5] == '2';
            if (!char.IsAsciiDigit(value[i]) && !(i == 6 && corsica)) return false;
        }

        // Department 20 was split into 2A and 2B in 1976; two-digit years up to 76 may also be of this century or of a centenarian.
        if (kind is InsKind.Nir && value.AsSpan(5, 2) is "20" && string.CompareOrdinal(value, 1, "77", 0, 2) >= 0) return false;
        ins = new Ins(value, kind.Value);
        return true;
    }

    /// <summary>The matricule masked to its last three characters.</summary>
    public override string ToString() => Matricule is null ? "" : $"************{Matricule.AsSpan(12)}";
}
