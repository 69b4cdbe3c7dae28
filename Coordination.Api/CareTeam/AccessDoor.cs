using System.Globalization;
using Coordination.Api.CareRecord;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CareTeam;

/// <summary>Receives requests for access and carries out the answers.</summary>
public sealed class AccessDoor(UnitOfWork work, DocumentStore store, PersonIndex persons)
{
    /// <summary>Takes a request in. Whether the description matches somebody is found here, and told to nobody but the DAC.</summary>
    public async Task<CommandOutcome> RequestAsync(Subject subject, TerritoryId territory, Guid id, RequestAccessInput input, CancellationToken cancellation)
    {
        var words = $"{input.BirthName} {input.GivenName} {input.BirthDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";
        var found = await persons.SearchAsync(territory, words, cancellation);
        // Two who fit are nobody: a coordinator finds out with the one who asks.
        PersonId? person = found.Count == 1 ? new PersonId(found.Single()) : null;
        var command = new RequestAccess(person, person ?? new PersonId(id), words, input.Reason, input.Text ?? "");
        return await work.ExecuteAsync<RequestAccess, AccessRequest>(new(territory, subject.ToActor(), id), command, cancellation);
    }

    /// <summary>Grants it: the answer and the membership in one transaction.</summary>
    public async Task<CommandOutcome> GrantAsync(AccessRequestNode node, Subject subject, GrantAccess answer, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var request = new CommandRequest(node.Territory, subject.ToActor(), node.View.Id);
            await using var session = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
            var granted = await work.StageAsync<GrantAccess, AccessRequest>(session, request, answer, cancellation);
            if (granted.Error is not null || !granted.IsNew) return granted;
            var person = node.View.Request.Person!.Value;
            var joined = await work.StageAsync<JoinCareTeam, Team>(session, request with { StreamId = Team.IdOf(node.Territory, person) },
                new(person, node.View.Request.By, answer.Role, answer.Basis, answer.Until), cancellation);
            if (joined.Error is not null) return joined;
            try
            {
                await session.SaveChangesAsync(cancellation);
                return granted;
            }
            catch (ConcurrencyException) when (attempt < 5)
            {
                // Decided anew on both streams as they are now.
            }
        }
    }

    /// <summary>Refuses it.</summary>
    public Task<CommandOutcome> RefuseAsync(AccessRequestNode node, Subject subject, string reason, CancellationToken cancellation) =>
        work.ExecuteAsync<RefuseAccess, AccessRequest>(
            new(node.Territory, subject.ToActor(), node.View.Id), new(node.View.Described.Subject, reason ?? ""), cancellation);
}
