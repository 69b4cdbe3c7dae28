using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Platform.Messaging;

namespace Coordination.Api.Hosting.Commands;

/// <summary>
/// Runs commands: load, decide, then events, inline views, follow-up messages and the command's result in one transaction.
/// </summary>
public sealed class UnitOfWork(DocumentStore store, OutboxWriter outbox, CommandRegistry commands, TimeProvider clock)
{
    // Each round one of those who race for a stream wins: ten at once all come through.
    private const int Attempts = 10;

    /// <summary>
    /// Runs one command in a session of its own. A lost race is decided anew, unless the sender named the version it saw:
    /// then it is <see cref="ConcurrentChange"/>.
    /// </summary>
    /// <param name="also">What else goes into the transaction, once the command is accepted with something new.</param>
    public async Task<CommandOutcome> ExecuteAsync<TCommand, TState>(
        CommandRequest request, TCommand command, CancellationToken cancellation, Action<IDocumentSession>? also = null)
        where TCommand : notnull
        where TState : class
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = store.LightweightSession(OptionsOf(request, DatabaseRole.App));
            var hash = request.CommandId is null ? [] : SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, store.Options.Json));
            try
            {
                if (request.CommandId is { } id &&
                    await session.FindCommandResultAsync(request.Actor.Id, id, cancellation) is { } earlier)
                    return earlier.PayloadHash.AsSpan().SequenceEqual(hash) ? Read(earlier.ResultJson) : new(new IdempotencyMismatch(), 0);
                var outcome = await StageAsync<TCommand, TState>(session, request, command, cancellation);
                if (outcome.Error is not null) return outcome;
                if (outcome.IsNew) also?.Invoke(session);
                if (request.CommandId is { } commandId)
                    session.Idempotency = new CommandResultRequest(request.Actor.Id, commandId, hash, () => JsonSerializer.Serialize(outcome.Version));
                await session.SaveChangesAsync(cancellation);
                return outcome;
            }
            catch (CommandAlreadyAppliedException applied)
            {
                return Read(applied.ResultJson);
            }
            catch (IdempotencyMismatchException)
            {
                return new(new IdempotencyMismatch(), 0);
            }
            catch (SubjectErasedException)
            {
                return new(new InvalidCommand("person", "PERSON_ERASED"), 0);
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Decided anew on the stream as it is now; a named version is then found stale and answered as such.
            }
        }
    }

    /// <summary>Decides a command and stages its events and follow-ups on a session that the caller saves.</summary>
    public async Task<CommandOutcome> StageAsync<TCommand, TState>(
        IDocumentSession session, CommandRequest request, TCommand command, CancellationToken cancellation)
        where TCommand : notnull
        where TState : class
    {
        var stream = await session.Events.FetchForWriting<TState>(request.StreamId, cancellation);
        if (request.ExpectedVersion is { } seen && seen != stream.CurrentVersion
            && await ClashAsync(session, request, seen, stream.CurrentVersion, cancellation) is { } clash) return new(clash, stream.CurrentVersion);
        var context = new CommandContext(request.Territory, request.Actor, clock.GetUtcNow());
        var decision = commands.HandlerOf<TCommand, TState>().Run(command, stream.Aggregate, context);
        if (decision.Error is { } error) return new(error, stream.CurrentVersion);
        if (decision.Events.IsEmpty) return new(null, stream.CurrentVersion);
        stream.AppendMany([.. decision.Events]);
        foreach (var followUp in commands.FollowUps<TState>(request.StreamId, stream.Aggregate, decision.Events))
            outbox.Send(session, followUp.Message, new DeliveryOptions { TenantId = request.Territory.Value, GroupId = followUp.GroupId });
        return new(null, stream.CurrentVersion + decision.Events.Length, IsNew: true);
    }

    /// <summary>The options of a session in which a request runs.</summary>
    public static Platform.EventStore.SessionOptions OptionsOf(CommandRequest request, DatabaseRole role) => new(request.Territory.Value)
    {
        Role = role,
        UserName = request.Actor.Id,
        Headers = request.Actor.Activity == Guid.Empty ? null : new Dictionary<string, string> { ["activity"] = request.Actor.Activity.ToString() },
        CommandId = request.CommandId,
        OccurredAt = request.OccurredAt,
        CorrelationId = request.CorrelationId ?? Activity.Current?.TraceId.ToHexString(),
    };

    // What the sender did not see may be of no concern to the command: then it is decided on the stream as it is.
    private static async Task<ConcurrentChange?> ClashAsync(IDocumentSession session, CommandRequest request, long seen, long current, CancellationToken cancellation)
    {
        if (request.Clashes is not { } clashes || seen > current) return new(current);
        var missed = await session.Events.FetchStreamAsync(request.StreamId, version: current, fromVersion: seen + 1, ct: cancellation);
        IEvent[] clashing = [.. missed.Where(clashes)];
        return clashing.Length == 0 ? null : new(current) { Changes = clashing };
    }

    private static CommandOutcome Read(string resultJson) => new(null, JsonSerializer.Deserialize<long>(resultJson));
}
