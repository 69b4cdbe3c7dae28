namespace Platform.EventStore;

/// <summary>Writes the command's answer in the transaction of its effects, so that the command sent again gives it back.</summary>
/// <param name="Subject">Who sent the command.</param>
/// <param name="CommandId">Given by the sender.</param>
/// <param name="PayloadHash">Hash of the command; another hash under the same id is refused.</param>
/// <param name="ResultJson">Called at the save, when the new versions are known.</param>
public sealed record CommandResultRequest(string Subject, Guid CommandId, byte[] PayloadHash, Func<string> ResultJson);

/// <summary>A committed command's answer.</summary>
public sealed record StoredCommandResult(Guid CommandId, byte[] PayloadHash, string ResultJson, DateTimeOffset RecordedAt);
