using Coordination.Api.CareRecord;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.PersonalData;

/// <summary>
/// Erases persons with every identity that became theirs: the decision is written down, the ledger and the key follow, then the event with the record's archiving. Whatever
/// is interrupted in between is finished by <see cref="ResumeAsync"/>.
/// </summary>
public sealed class PersonEraser(DocumentStore store, UnitOfWork work, SubjectVault vault, PersonIndex index, PersonStreamFinder streams, TimeProvider clock)
{
    /// <summary>The notification that tells every node to forget a person: <c>tenant person</c>.</summary>
    public const string Channel = "person_erased";

    /// <summary>Decides and erases; the error when a hold or the duty to keep stands.</summary>
    public async Task<DomainError?> EraseAsync(TerritoryId territory, PersonId person, ErasureReason reason, HoldOverride? over, Actor actor, CancellationToken cancellation)
    {
        var rule = await RetentionRule.ReadAsync(store, territory, cancellation);
        var identities = await streams.IdentitiesAsync(territory, person, cancellation);
        var duty = await streams.LastContactAsync(territory, person, cancellation) is { } last ? rule.DutyUntil(last) : null;
        var command = new ErasePerson(reason, actor.Id, await LastDayAsync(territory, identities, duty, cancellation), over);
        await using (var asking = store.LightweightSession(OptionsOf(territory, actor.Id)))
        {
            var outcome = await work.StageAsync<ErasePerson, PersonState>(asking, new(territory, actor, person.Value), command, cancellation);
            if (outcome.Error is { } error) return error;
            if (!outcome.IsNew) return null;
        }

        await using (var deciding = store.LightweightSession(OptionsOf(territory, actor.Id)))
        {
            foreach (var identity in identities) deciding.QueueSqlCommand(
                "insert into erasure (tenant_id, person_id, reason, decided_by, override, decided_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                territory.Value, identity, reason.ToString(), actor.Id, over?.ToString(), clock.GetUtcNow());
            await deciding.SaveChangesAsync(cancellation);
        }

        // From here on the person is being erased: a client that leaves does not stop it half-way.
        foreach (var identity in identities) await FinishAsync(new(territory, new(identity)), reason, actor.Id, over, CancellationToken.None);
        return null;
    }

    /// <summary>Finishes every erasure that was decided and interrupted; returns how many.</summary>
    public async Task<int> ResumeAsync(CancellationToken cancellation)
    {
        var open = new List<(PersonKey Person, ErasureReason Reason, string By, HoldOverride? Override)>();
        await using (var command = store.Database.Worker.CreateCommand("select tenant_id, person_id, reason, decided_by, override from erasure where finished_at is null order by decided_at"))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
            while (await row.ReadAsync(cancellation))
                open.Add((new(new(row.GetString(0)), new(row.GetGuid(1))), Enum.Parse<ErasureReason>(row.GetString(2)), row.GetString(3), row.IsDBNull(4) ? null : Enum.Parse<HoldOverride>(row.GetString(4))));
        foreach (var erasure in open) await FinishAsync(erasure.Person, erasure.Reason, erasure.By, erasure.Override, cancellation);
        return open.Count;
    }

    // A hold on an identity that became hers holds her.
    private async Task<DateOnly?> LastDayAsync(TerritoryId territory, IReadOnlyList<Guid> identities, DateOnly? duty, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(territory.Value);
        foreach (var identity in identities.Skip(1))
            if ((await session.Events.AggregateStreamAsync<PersonState>(identity, ct: cancellation))?.HeldUntil is { } until && (duty is null || until > duty)) duty = until;
        return duty;
    }

    private async Task FinishAsync(PersonKey person, ErasureReason reason, string decidedBy, HoldOverride? over, CancellationToken cancellation)
    {
        await vault.EraseAsync(person.Territory.Value, person.Person.Value, cancellation);
        await RecordAsync(person, new(reason, decidedBy, over), cancellation);
        index.Invalidate(person);
    }

    // The decision stands: it is not asked again, even if a hold came meanwhile, since the key is gone.
    private async Task RecordAsync(PersonKey person, PersonErased fact, CancellationToken cancellation)
    {
        while (true)
        {
            await using var session = store.LightweightSession(OptionsOf(person.Territory, fact.DecidedBy));
            var stream = await session.Events.FetchForWriting<PersonState>(person.Person.Value, cancellation);
            if (stream.Aggregate is { Erased: false }) stream.AppendOne(fact);
            var record = Record.IdOf(person.Territory, person.Person).Value;
            await work.StageAsync<ArchiveCareRecord, Record>(session, new(person.Territory, new(fact.DecidedBy, null), record), new(), cancellation);
            session.QueueSqlCommand("update erasure set finished_at = $3 where tenant_id = $1 and person_id = $2", person.Territory.Value, person.Person.Value, clock.GetUtcNow());
            session.QueueSqlCommand($"select pg_notify('{Channel}', $1)", $"{person.Territory.Value} {person.Person.Value}");
            try
            {
                await session.SaveChangesAsync(cancellation);
                return;
            }
            catch (ConcurrencyException)
            {
                // Somebody wrote about her at the same moment: again on the streams as they are now.
            }
        }
    }

    private static Platform.EventStore.SessionOptions OptionsOf(TerritoryId territory, string actor) => new(territory.Value) { UserName = actor };
}
