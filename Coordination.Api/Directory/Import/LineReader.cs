using System.Globalization;

namespace Coordination.Api.Directory.Import;

/// <summary>A field of a line breaks a rule: the line is refused.</summary>
public sealed class FieldRefusedException(string field, string rule) : Exception
{
    /// <summary>Plain name of the field: without accents, in lower case.</summary>
    public string Field { get; } = field;

    /// <summary>The rule.</summary>
    public string Rule { get; } = rule;
}

/// <summary>Fields of one line by their plain names.</summary>
public sealed class LineReader(IReadOnlyDictionary<string, int> columns)
{
    private string[] fields = [];

    /// <summary>Goes to a line.</summary>
    public void Take(string[] line) => fields = line;

    /// <summary>The field, trimmed; empty when the file has no such column.</summary>
    public string Text(string column) => columns.TryGetValue(column, out var at) && at < fields.Length ? fields[at].Trim() : "";

    /// <summary>The field; null when it is empty.</summary>
    public string? Optional(string column) => Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>The field, which must not be empty nor longer than a name is.</summary>
    public string Required(string column, int longest = 300) => Text(column) switch
    {
        "" => throw new FieldRefusedException(column, "REQUIRED"),
        { } text when text.Length > longest => throw new FieldRefusedException(column, "TOO_LONG"),
        { } text => text,
    };

    /// <summary>The field, or null; throws when it is none of the codes.</summary>
    public string? Code(string column, IReadOnlySet<string> codes, string rule = "CODE_UNKNOWN") =>
        Optional(column) is not { } text ? null : codes.Contains(text) ? text : throw new FieldRefusedException(column, rule);

    /// <summary>A day as 2025-01-31; null when empty.</summary>
    public DateOnly? Day(string column) => Optional(column) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1700 and <= 2200 ? day
        : throw new FieldRefusedException(column, "DATE");
}
