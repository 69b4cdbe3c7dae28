using Microsoft.Extensions.Logging;

namespace Platform.Messaging;

/// <summary>All log lines of the library: ids, aliases and types, never contents.</summary>
internal static partial class MessagingLog
{
    [LoggerMessage(1, LogLevel.Warning, "Message {MessageId} ({Alias}) failed on attempt {Attempt}: {Outcome}. {ErrorType}: {Reason}")]
    public static partial void Failed(
        ILogger log, Guid messageId, string alias, int attempt, FailureOutcome outcome, string errorType, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Message {MessageId} ({Alias}) lost its lease on attempt {Attempt}; nothing was written")]
    public static partial void LeaseLost(ILogger log, Guid messageId, string alias, int attempt);

    [LoggerMessage(3, LogLevel.Error, "The handler of message {MessageId} ({Alias}) saved twice; the second save was refused")]
    public static partial void SavedTwice(ILogger log, Guid messageId, string alias);

    [LoggerMessage(4, LogLevel.Warning, "The outcome of message {MessageId} ({Alias}) was not recorded ({ErrorType}); it will be delivered again")]
    public static partial void OutcomeNotRecorded(ILogger log, Guid messageId, string alias, string errorType);

    [LoggerMessage(5, LogLevel.Warning, "The queues could not be read ({ErrorType}); trying again")]
    public static partial void DatabaseUnreachable(ILogger log, string errorType);

    [LoggerMessage(6, LogLevel.Information, "{Count} dead letters of tenant {TenantId} were replayed by {UserName}")]
    public static partial void Replayed(ILogger log, int count, string tenantId, string userName);

    [LoggerMessage(7, LogLevel.Information, "{Count} dead letters of tenant {TenantId} were discarded by {UserName}")]
    public static partial void Discarded(ILogger log, int count, string tenantId, string userName);

    [LoggerMessage(8, LogLevel.Warning, "{Count} messages of a node that is gone are delivered again")]
    public static partial void Recovered(ILogger log, int count);
}
