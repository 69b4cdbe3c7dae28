using Coordination.Api.CareRecord;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Api.Persons;

/// <summary>
/// Compares a person who is new or changed with the others of her territory, and makes a task of each pair that may be one person. Nothing is
/// ever merged here.
/// </summary>
public sealed class DuplicateWatch(UnitOfWork work, PersonIndex persons, PersonRegistry registry, IEventFeed feed)
{
    // A pair is one task however often it is found; more than these for one person say that the entry itself is wrong.
    private const int MostTasks = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A person is new or changed.</summary>
    public async Task HandleAsync(IdentityChanged message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        var territory = new TerritoryId(session.TenantId);
        var self = new PersonKey(territory, message.Person);
        await WaitForAsync(session, message.Person, cancellation);
        await persons.CatchUpAsync(territory, cancellation);
        if ((await persons.GetAsync([self], cancellation)).TryGetValue(self, out var traits) && (await persons.FollowAsync([self], cancellation))[self] == self)
            foreach (var (other, kind) in (await PairsAsync(self, traits, cancellation)).Take(MostTasks))
            {
                var request = new CommandRequest(territory, Actor.Platform, IdentityTask.IdOf(territory, message.Person, other.Person));
                await work.StageAsync<CompareIdentities, IdentityTask>(session, request, new(message.Person, other.Person, kind), cancellation);
            }

        await session.SaveChangesAsync(cancellation);
    }

    // Of two who are registered at once, the one whose fact comes later in the log sees the other.
    private async Task WaitForAsync(IDocumentSession session, PersonId person, CancellationToken cancellation)
    {
        while (true)
        {
            var events = await session.Events.FetchStreamAsync(person.Value, ct: cancellation);
            var head = await feed.HeadAsync(null, cancellation);
            if (events.Count == 0 || (events[^1].Position is var position && position > 0 && position <= head)) return;
            await feed.WaitForAdvanceAsync(head, null, cancellation).WaitAsync(Patience, cancellation);
        }
    }

    private async Task<Dictionary<PersonKey, DuplicateKind>> PairsAsync(PersonKey self, PersonTraits traits, CancellationToken cancellation)
    {
        var pairs = persons.CandidatesFor(self.Territory, traits, self.Person).ToDictionary(c => c.Key, c => c.Kind);
        var others = await persons.GetAsync(pairs.Keys, cancellation);
        foreach (var (key, other) in others)
            if (pairs[key] is DuplicateKind.SameTraits && traits.Ins is { } mine && other.Ins is { } hers && mine.Kind == hers.Kind && mine != hers) pairs[key] = DuplicateKind.Homonyms;
        foreach (var matricule in new[] { traits.Ins, traits.FormerIns })
            foreach (var key in matricule is { } ins ? await registry.FindByInsAsync(ins, cancellation) : [])
                if (key.Territory == self.Territory && key != self)
                    pairs[key] = persons.Compare(self, key) is null ? DuplicateKind.Collision : DuplicateKind.SameMatricule;
        return pairs;
    }
}
