using System.Globalization;
using System.Text;
using NpgsqlTypes;

namespace Coordination.Api.Directory.Import;

/// <summary>How one kind of file is read, staged and merged.</summary>
public abstract class DirectoryFormat
{
    /// <summary>What separates fields.</summary>
    public abstract char Separator { get; }

    /// <summary>Whether fields may be in quotes.</summary>
    public virtual bool Quoted => false;

    /// <summary>Whether the first line names the columns.</summary>
    public virtual bool HasHeader => true;

    /// <summary>Columns of the staging table <c>import_row</c>.</summary>
    public abstract IReadOnlyList<(string Name, NpgsqlDbType Type)> Staging { get; }

    /// <summary>Statements that merge <c>import_row</c> on the day <c>$1</c>; each gives how many rows it added and changed.</summary>
    public abstract IReadOnlyList<string> Merge { get; }

    /// <summary>What a complete file closes: table, column of the last day, condition of what is open, and of what the file no longer has. Null: nothing.</summary>
    public virtual Closing? Closes => null;

    /// <summary>The file's own day; null when it does not say.</summary>
    public virtual DateOnly? DayOf(string firstLine) => null;

    /// <summary>Columns by name from the first line; throws <see cref="FileRefusedException"/> when it is another file.</summary>
    public abstract IReadOnlyDictionary<string, int> ColumnsOf(string firstLine);

    /// <summary>A line that says nothing of what is imported.</summary>
    public virtual bool PassesOver(string[] fields) => false;

    /// <summary>The staged values of a line and what tells it apart from others; null when it says nothing. Throws <see cref="FieldRefusedException"/>.</summary>
    public abstract (string Key, object?[] Values)? Read(LineReader line);

    /// <summary>The key of a refused line: what it speaks of is not closed.</summary>
    public abstract string KeyOf(LineReader line);

    /// <summary>The format of a kind.</summary>
    public static DirectoryFormat Of(DirectoryFileKind kind) => kind switch
    {
        DirectoryFileKind.Rpps => new RppsFormat(),
        DirectoryFileKind.Finess => new FinessFormat(),
        _ => new CogFormat(),
    };

    /// <summary>Columns by name; throws when one that is needed is missing.</summary>
    protected static Dictionary<string, int> ByName(string[]? header, IReadOnlyList<string> needed)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < header?.Length; at++) columns.TryAdd(Plain(header[at].Trim()), at);
        return needed.FirstOrDefault(n => !columns.ContainsKey(n)) is { } missing
            ? throw new FileRefusedException("FILE_FORMAT", $"column « {missing} » is missing")
            : columns;
    }

    // Published headers differ by accents and capitals from one edition to the next.
    private static string Plain(string text) =>
        new([.. text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant)]);
}

/// <summary>What is closed when a complete file no longer has it; <c>held</c> stands for the table.</summary>
public sealed record Closing(string Table, string Column, string Open, string Gone);
