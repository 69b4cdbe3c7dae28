using System.Security.Cryptography;
using System.Text.Json;
using Coordination.Api.CareRecord;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.PersonalData;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.Persons;

/// <summary>What is to be done with one identity: a command and the traits that it leads to, or why not.</summary>
public sealed record IdentityChange<TCommand>(TCommand? Command, PersonTraits Traits, DomainError? Error = null);

/// <summary>Carries out what is decided about identities: the facts and the sealed traits in one transaction.</summary>
public sealed partial class IdentityDesk(
    UnitOfWork work, CommandRegistry commands, PersonRegistry registry, PersonIndex index, PersonStreamFinder streams, DocumentStore store, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>Decides about one person on what is known of her now; a lost race is decided anew.</summary>
    public async Task<DomainError?> ChangeAsync<TCommand>(
        Subject subject, PersonKey key, Func<PersonTraits, IdentityChange<TCommand>> decide, CancellationToken cancellation)
        where TCommand : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            var request = new CommandRequest(key.Territory, subject.ToActor(), key.Person.Value);
            await using var session = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
            var stream = await session.Events.FetchForWriting<PersonState>(request.StreamId, cancellation);
            // Read after the stream: traits written since then come with a fact, and this one then loses the race.
            if (!(await registry.TraitsAsync(key.Territory, [request.StreamId], cancellation)).TryGetValue(request.StreamId, out var traits)) return new PersonNotFound();
            var change = decide(traits);
            if (change.Error is { } wrong) return wrong;
            var decision = commands.HandlerOf<TCommand, PersonState>().Run(change.Command!, stream.Aggregate, new(key.Territory, request.Actor, clock.GetUtcNow()));
            if (decision.Error is { } error) return error;
            if (decision.Events.IsEmpty) return null;
            stream.AppendMany([.. decision.Events]);
            var next = decision.Events.Cast<PersonEvent>().Aggregate(stream.Aggregate, PersonState.Evolve)!;
            registry.Rewrite(session, key.Person, change.Traits with { Status = next.Status, Attributes = next.Attributes.IsEmpty ? null : [.. next.Attributes] });
            try
            {
                await session.SaveChangesAsync(cancellation);
                index.Invalidate(key);
                return null;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Decided anew on the identity as it is now.
            }
        }
    }

    /// <summary>Who may be the person described, as far as the log goes now.</summary>
    public async Task<IReadOnlyList<PersonCandidate>> CandidatesAsync(TerritoryId territory, PersonTraits traits, CancellationToken cancellation)
    {
        await index.CatchUpAsync(territory, cancellation);
        return index.CandidatesFor(territory, traits, null);
    }

    /// <summary>The id that a registration gets: the same one when it is sent again.</summary>
    public static PersonId IdFor(Subject subject, Guid? command) =>
        new(RecordCommands.NewId(subject, command));

    /// <summary>Registers a person, with her coordination record if one is wanted: one transaction.</summary>
    public async Task<DomainError?> RegisterAsync(
        Subject subject, PersonKey key, PersonTraits traits, OpenCareRecord? record, RegisterPersonInput input, CancellationToken cancellation)
    {
        var request = new CommandRequest(key.Territory, subject.ToActor(), key.Person.Value) { CommandId = input.CommandId };
        await using var session = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
        // The acknowledgement is no part of what is registered: sent again with it, it is the same registration.
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input with { Acknowledged = [] }, store.Options.Json));
        if (input.CommandId is { } command)
        {
            if (await session.FindCommandResultAsync(request.Actor.Id, command, cancellation) is { } earlier)
                return earlier.PayloadHash.AsSpan().SequenceEqual(hash) ? null : new IdempotencyMismatch();
            session.Idempotency = new CommandResultRequest(request.Actor.Id, command, hash, () => "1");
        }

        registry.Register(session, key.Person, traits, []);
        if (record is not null)
        {
            var opened = await work.StageAsync<OpenCareRecord, Record>(session, request with { StreamId = Record.IdOf(key.Territory, key.Person).Value }, record, cancellation);
            if (opened.Error is { } error) return error;
        }

        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (CommandAlreadyAppliedException)
        {
            // Sent twice at once: the other one registered her.
        }
        catch (IdempotencyMismatchException)
        {
            return new IdempotencyMismatch();
        }

        index.Invalidate(key);
        return null;
    }

    /// <summary>Says that two identities are two persons.</summary>
    public async Task<DomainError?> DismissAsync(Subject subject, TerritoryId territory, Guid task, DismissalReason reason, CancellationToken cancellation) =>
        (await work.ExecuteAsync<DismissDuplicate, IdentityTask>(new(territory, subject.ToActor(), task), new(reason), cancellation)).Error;
}
