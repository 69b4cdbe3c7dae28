namespace Coordination.Api.Directory.Import;

/// <summary>A published directory that can be imported.</summary>
public enum DirectoryFileKind
{
    /// <summary>Professionals and their activities: extraction of the Annuaire Santé, « PS_LibreAcces_Personne_activite ».</summary>
    Rpps,

    /// <summary>Structures: « etalab » stock of FINESS, lines « structureet ».</summary>
    Finess,

    /// <summary>Communes of the COG of INSEE, or their movements.</summary>
    Cog,
}

/// <summary>A line that was not taken, and why: its number in the file from 1, the field as the file's own header names it, the rule it breaks.</summary>
public sealed record LineRefusal(int Line, string Field, string Rule);

/// <summary>What is asked of an import.</summary>
/// <param name="AsOf">The day the file speaks of; null for the day that the file itself names, else today.</param>
/// <param name="Complete">The file is the whole directory: what it no longer has is closed.</param>
/// <param name="DryRun">Everything is checked and counted, nothing is kept.</param>
public sealed record ImportRequest(DirectoryFileKind Kind, string Path, DateOnly? AsOf = null, bool Complete = false, bool DryRun = false);

/// <summary>What an import did, or would have done.</summary>
/// <param name="Lines">Lines with data.</param>
/// <param name="Refusals">Every refused line.</param>
public sealed record ImportReport(DateOnly AsOf, int Lines, IReadOnlyList<LineRefusal> Refusals, int Added, int Changed, int Closed);

/// <summary>The whole file is refused: nothing was changed.</summary>
/// <param name="rule">Stable code of the rule.</param>
/// <param name="detail">What was found, without content of the file.</param>
public sealed class FileRefusedException(string rule, string detail) : Exception($"{rule}: {detail}")
{
    /// <summary>Stable code of the rule.</summary>
    public string Rule { get; } = rule;
}
