namespace Platform.EventStore;

/// <summary>Somebody else appended first; nothing of the session was written.</summary>
public sealed class ConcurrencyException(Guid streamId, long? expected, long? actual)
    : Exception($"Stream {streamId} is at version {actual?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}, expected {expected?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}.")
{
    /// <summary>The stream.</summary>
    public Guid StreamId { get; } = streamId;

    /// <summary>The version the writer had seen; 0 for a new stream.</summary>
    public long? Expected { get; } = expected;

    /// <summary>The version found; null when not known.</summary>
    public long? Actual { get; } = actual;
}

/// <summary>The command was committed before with the same payload; <see cref="ResultJson"/> is its answer.</summary>
public sealed class CommandAlreadyAppliedException(Guid commandId, string resultJson) : Exception($"Command {commandId} was applied before.")
{
    /// <summary>The command.</summary>
    public Guid CommandId { get; } = commandId;

    /// <summary>The first answer.</summary>
    public string ResultJson { get; } = resultJson;
}

/// <summary>The same command id came with another payload; nothing was written.</summary>
public sealed class IdempotencyMismatchException(Guid commandId) : Exception($"Command {commandId} was sent before with another payload.")
{
    /// <summary>The command.</summary>
    public Guid CommandId { get; } = commandId;
}

/// <summary>The connection was lost during the commit and it is proven that nothing was written: the command may be run again.</summary>
public sealed class CommitLostException(Exception inner) : Exception("The connection was lost before the commit; nothing was written.", inner);

/// <summary>The connection was lost during the commit and the outcome could not be learned: never replay blindly, look the command up later.</summary>
public sealed class CommitOutcomeUnknownException(Exception inner) : Exception("The connection was lost during the commit; its outcome is not known.", inner);

/// <summary>The program writes a version of a view that is not, or no longer, the active one; nothing was written.</summary>
public sealed class ViewVersionException(string viewName) : Exception($"View {viewName}: this program's version is not the active one.")
{
    /// <summary>The view.</summary>
    public string ViewName { get; } = viewName;
}

/// <summary>A registration is wrong: the start fails.</summary>
public sealed class StoreConfigurationException(string message) : Exception(message);
