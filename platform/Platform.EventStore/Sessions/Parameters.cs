using Npgsql;

namespace Platform.EventStore;

/// <summary>Positional parameters of a batch command.</summary>
internal static class Parameters
{
    internal static NpgsqlBatchCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Add(command, values);
        return command;
    }

    internal static void Add(NpgsqlBatchCommand command, params object?[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = Plain(value) });
    }

    internal static NpgsqlParameter Typed(string type, object? value) => new() { Value = Plain(value), DataTypeName = type };

    /// <summary>As the driver wants it: no null, times in UTC, enums as text.</summary>
    internal static object Plain(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset at => at.ToUniversalTime(),
        Enum e => e.ToString(),
        _ => value,
    };
}
