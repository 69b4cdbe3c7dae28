using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CareTeam;

/// <summary>Carries out the answers to invitations.</summary>
public sealed class InvitationDoor(UnitOfWork work, DocumentStore store)
{
    private const int Attempts = 5;

    /// <summary>Accepts: the answer and the membership in one transaction. Who accepts for a structure is the first whom it names.</summary>
    public async Task<CommandOutcome> AcceptAsync(TeamInvitationNode node, Subject subject, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var request = RequestOf(node, subject);
            await using var session = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
            var accepted = await work.StageAsync<AcceptInvitation, TeamInvitation>(session, request, new(), cancellation);
            if (accepted.Error is not null || !accepted.IsNew) return accepted;
            var joined = await JoinAsync(session, request with { StreamId = Team.IdOf(node.Territory, node.View.Invitation.Person) }, node.View.Invitation, subject.Professional!.Value, cancellation);
            if (joined.Error is not null) return joined;
            try
            {
                await session.SaveChangesAsync(cancellation);
                return accepted;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Decided anew on both streams as they are now.
            }
        }
    }

    /// <summary>Declines it.</summary>
    public Task<CommandOutcome> DeclineAsync(TeamInvitationNode node, Subject subject, string reason, CancellationToken cancellation) =>
        work.ExecuteAsync<DeclineInvitation, TeamInvitation>(RequestOf(node, subject), new(reason ?? ""), cancellation);

    /// <summary>Takes it back.</summary>
    public Task<CommandOutcome> WithdrawAsync(TeamInvitationNode node, Subject subject, CancellationToken cancellation) =>
        work.ExecuteAsync<WithdrawInvitation, TeamInvitation>(RequestOf(node, subject), new(), cancellation);

    private static CommandRequest RequestOf(TeamInvitationNode node, Subject subject) => new(node.Territory, subject.ToActor(), node.View.Id);

    private Task<CommandOutcome> JoinAsync(IDocumentSession session, CommandRequest request, TeamInvitation invitation, ProfessionalId by, CancellationToken cancellation) =>
        invitation.Structure is { } structure
            ? work.StageAsync<JoinStructure, Team>(session, request, new(invitation.Person, structure, invitation.Role, invitation.Basis, invitation.Until, by), cancellation)
            : work.StageAsync<JoinCareTeam, Team>(session, request, new(invitation.Person, by, invitation.Role, invitation.Basis, invitation.Until), cancellation);
}
