using System.Collections.Immutable;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>A person's record and team, as access decisions look at them; null where there is none.</summary>
public sealed record PersonAccess(CareRecordView? Record, CareTeamView? Team)
{
    /// <summary>What they mean for a subject.</summary>
    public PersonFacts FactsFor(Subject subject)
    {
        if (Record is not { Record: { } record }) return PersonFacts.NoRecord;
        ImmutableArray<MembershipFacts> memberships = subject.Professional is { } me && Team is { } team
            ? [.. team.Memberships.Where(m => m.Professional == me).Select(m => new MembershipFacts(m.Basis, m.Since, m.Until))]
            : [];
        return new(
            true, record.Informed, record.Suspended, record.Restricted,
            record.Rights.Opposes(SharingScope.HospitalAlerts), record.Rights.Opposes(SharingScope.TeamExchange), record.Rights.Opposes(SharingScope.MentalHealth),
            // A record without referent is every coordinator's to handle.
            record.Referent is { } referent ? referent == subject.Professional : subject.Role is Role.Coordinator,
            subject.Professional is { } asked && record.Rights.Excluded.Contains(asked),
            Record.SharedOutsideUntil,
            memberships.LastOrDefault()) { Others = memberships.Length > 1 ? memberships[..^1] : [] };
    }
}

/// <summary>Loads them together, and asks the policy about a person.</summary>
public sealed class PersonAccessLoader(DocumentStore store, DataLoaderContext context) : BatchDataLoader<PersonKey, PersonAccess>(context)
{
    /// <summary>Whether the subject of a request may do something about a person.</summary>
    /// <param name="establishment">The establishment whose fact it is, if it is one's.</param>
    public static async Task<AccessVerdict> DecideAsync(IResolverContext context, AccessAction action, PersonKey key, Finess? establishment = null)
    {
        var scope = RequestScope.Of(context);
        var access = await context.DataLoader<PersonAccessLoader>().LoadAsync(key);
        var verdict = scope.Decide(action, new(key.Territory, establishment, access!.FactsFor(scope.Subject)));
        if (!verdict.Permitted) scope.Trail.Refuse(key.Territory, key.Person, action, verdict.Rule);
        return verdict;
    }

    /// <summary>Record and team of one person past the loader: what a mutation changed is not what it read first.</summary>
    public static async Task<PersonAccess> ReadNowAsync(IResolverContext context, PersonKey key) =>
        (await ReadAsync(context.Service<DocumentStore>(), [key], context.RequestAborted))[key];

    /// <summary>Record and team of these persons, as they are now.</summary>
    public static async Task<IReadOnlyDictionary<PersonKey, PersonAccess>> ReadAsync(DocumentStore store, IReadOnlyList<PersonKey> keys, CancellationToken cancellation)
    {
        var found = keys.Distinct().ToDictionary(k => k, _ => new PersonAccess(null, null));
        foreach (var territory in keys.GroupBy(k => k.Territory))
        {
            await using var session = store.QuerySession(territory.Key.Value);
            var persons = territory.Select(k => k.Person.Value).Distinct().ToArray();
            foreach (var record in await session.QueryAsync<CareRecordView>("where person_id = any($1)", [persons], cancellation))
                found[new(territory.Key, record.Record.PersonId)] = new(record, null);
            foreach (var team in await session.QueryAsync<CareTeamView>("where person_id = any($1)", [persons], cancellation))
                if (found.TryGetValue(new(territory.Key, team.Person), out var access)) found[new(territory.Key, team.Person)] = access with { Team = team };
        }

        return found;
    }

    /// <inheritdoc />
    protected override Task<IReadOnlyDictionary<PersonKey, PersonAccess>> LoadBatchAsync(IReadOnlyList<PersonKey> keys, CancellationToken cancellation) =>
        ReadAsync(store, keys, cancellation);
}
