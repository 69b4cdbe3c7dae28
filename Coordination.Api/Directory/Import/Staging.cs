using Npgsql;
using NpgsqlTypes;

namespace Coordination.Api.Directory.Import;

/// <summary>The lines of a file in temporary tables of the transaction: <c>import_row</c>, and in <c>import_kept</c> the keys of what was refused.</summary>
internal sealed class Staging(DirectoryFormat format, NpgsqlConnection connection)
{
    private readonly List<LineRefusal> refusals = [];
    private Dictionary<string, string> published = [];
    private readonly HashSet<string> kept = new(StringComparer.Ordinal), seen = new(StringComparer.Ordinal);

    /// <summary>Lines with data.</summary>
    public int Lines { get; private set; }

    /// <summary>The file's own day.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Every refused line.</summary>
    public IReadOnlyList<LineRefusal> Refusals => refusals;

    /// <summary>Reads the file to its end; throws <see cref="FileRefusedException"/> when it is not of this format.</summary>
    public async Task LoadAsync(TextFile file, CancellationToken cancellation)
    {
        await using (var create = new NpgsqlCommand(
            $"""
            create temporary table import_row ({string.Join(", ", format.Staging.Select(c => $"{c.Name} {TypeOf(c.Type)}"))}) on commit drop;
            create temporary table import_kept (key text) on commit drop;
            """, connection))
            await create.ExecuteNonQueryAsync(cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync($"copy import_row ({string.Join(", ", format.Staging.Select(c => c.Name))}) from stdin (format binary)", cancellation))
        {
            foreach (var values in Rows(file))
            {
                await copy.StartRowAsync(cancellation);
                for (var i = 0; i < values.Length; i++)
                    if (values[i] is { } value) await copy.WriteAsync(value, format.Staging[i].Type, cancellation);
                    else await copy.WriteNullAsync(cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        await using (var copy = await connection.BeginBinaryImportAsync("copy import_kept (key) from stdin (format binary)", cancellation))
        {
            foreach (var key in kept)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(key, NpgsqlDbType.Text, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        await using var analyze = new NpgsqlCommand("analyze import_row; analyze import_kept", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync(cancellation);
    }

    private IEnumerable<object?[]> Rows(TextFile file)
    {
        LineReader? reader = null;
        foreach (var (number, text, rule) in file.Lines())
        {
            if (reader is null)
            {
                if (rule is not null) throw new FileRefusedException("FILE_FORMAT", $"the first line breaks {rule}");
                var columns = format.ColumnsOf(text);
                reader = new LineReader(columns);
                var header = format.HasHeader ? DelimitedLine.Split(text, format.Separator, format.Quoted) ?? [] : [.. columns.Keys];
                published = columns.ToDictionary(c => c.Key, c => header[c.Value].Trim());
                Day = format.DayOf(text);
                continue;
            }

            if (rule is null && text.Length == 0) continue;
            Lines++;
            if (Row(reader, number, text, rule) is { } values) yield return values;
        }

        if (Lines == 0) throw new FileRefusedException("FILE_EMPTY", "there is no line with data");
    }

    private object?[]? Row(LineReader reader, int number, string text, string? rule)
    {
        if (rule is not null) return Refuse(number, "line", rule);
        if (DelimitedLine.Split(text, format.Separator, format.Quoted) is not { } fields) return Refuse(number, "line", "QUOTE");
        if (format.PassesOver(fields))
        {
            Lines--;
            return null;
        }

        reader.Take(fields);
        try
        {
            if (format.Read(reader) is not { } read) return null;
            return seen.Add(read.Key) ? read.Values : Refuse(number, "line", "DUPLICATE");
        }
        catch (FieldRefusedException refused)
        {
            if (format.KeyOf(reader) is { Length: > 0 and < 40 } key) kept.Add(key);
            return Refuse(number, refused.Field, refused.Rule);
        }
    }

    private object?[]? Refuse(int number, string field, string rule)
    {
        refusals.Add(new(number, published.GetValueOrDefault(field, field), rule));
        return null;
    }

    private static string TypeOf(NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Uuid => "uuid",
        NpgsqlDbType.Date => "date",
        _ => "text",
    };
}
