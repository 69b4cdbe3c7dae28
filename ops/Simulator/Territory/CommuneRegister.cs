using System.Collections.Immutable;

namespace Coordination.Simulator.Territory;

/// <summary>The real communes of Lot-et-Garonne (see Data/README.md for source and licence).</summary>
internal sealed class CommuneRegister
{
    private readonly ImmutableDictionary<string, Row> byInsee;

    private CommuneRegister(ImmutableArray<Row> rows)
    {
        Rows = rows;
        byInsee = rows.ToImmutableDictionary(r => r.Commune.Insee);
    }

    /// <summary>Read once: the resource is part of the assembly.</summary>
    public static CommuneRegister Instance { get; } = Read();

    /// <summary>By INSEE code.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>The commune of an INSEE code.</summary>
    public Commune this[string insee] => byInsee[insee].Commune;

    /// <summary>Communes of an EPCI, by INSEE code.</summary>
    public ImmutableArray<Commune> OfEpci(string siren) => [.. Rows.Where(r => r.Epci == siren).Select(r => r.Commune)];

    private static CommuneRegister Read()
    {
        using var stream = typeof(CommuneRegister).Assembly.GetManifestResourceStream("communes-47.csv")
            ?? throw new InvalidOperationException("communes-47.csv is not embedded");
        using var reader = new StreamReader(stream);
        return new([.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse).OrderBy(r => r.Commune.Insee, StringComparer.Ordinal)]);
    }

    // No name of the department holds a comma; a row that does would not have four fields.
    private static Row Parse(string line) => line.TrimEnd('\r').Split(',') is [var insee, var name, var postalCode, var epci]
        ? new(new Commune(insee, name, postalCode), epci)
        : throw new FormatException("communes-47.csv: four fields expected");

    /// <summary>A line of the resource.</summary>
    internal sealed record Row(Commune Commune, string Epci);
}
