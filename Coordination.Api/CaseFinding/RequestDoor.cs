using Coordination.Api.CareRecord;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Persons;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CaseFinding;

/// <summary>What an accepted request needs besides itself.</summary>
/// <param name="Referent">Who refers from now on.</param>
/// <param name="PrincipalPhysician">Her médecin traitant, when he is in the directory and knows: he joins the team.</param>
public sealed record Promotion(AcceptRequest Answer, ProfessionalId Referent, ProfessionalId? PrincipalPhysician);

/// <summary>Receives requests for support and promotes the accepted ones to records.</summary>
public sealed class RequestDoor(UnitOfWork work, DocumentStore store, PersonRegistry persons, PersonIndex index, IdentityDesk desk)
{
    private const int Attempts = 5;
    private static readonly Guid Space = new("5c0a7e02-7a53-4b53-9d3e-2b7f7a1d6c4e");

    /// <summary>Takes a request in about somebody who is known, or about nobody.</summary>
    public Task<CommandOutcome> ReceiveAsync(CommandRequest request, AskForSupport command, CancellationToken cancellation) =>
        work.ExecuteAsync<AskForSupport, SupportRequest>(request, command, cancellation);

    /// <summary>
    /// Takes a request in about somebody whom a professional describes: the one who fits exactly, or a new provisional identity. The professional is not
    /// told which; whether two are one is looked at by the identity cell.
    /// </summary>
    public async Task<CommandOutcome> ReceiveAsync(CommandRequest request, PersonTraits traits, Func<PersonId, AskForSupport> command, CancellationToken cancellation)
    {
        var fresh = new PersonId(DeterministicGuid.V5(Space, request.StreamId.ToString()));
        var same = (await desk.CandidatesAsync(request.Territory, traits, cancellation)).Where(c => c.Kind is DuplicateKind.SameTraits).ToList();
        PersonId? known = same.Count == 1 ? same[0].Key.Person : null;
        var outcome = await work.ExecuteAsync<AskForSupport, SupportRequest>(
            request, command(known ?? fresh), cancellation, known is null ? session => persons.Register(session, fresh, traits, []) : null);
        index.Invalidate(new(request.Territory, known ?? fresh));
        return outcome;
    }

    /// <summary>Accepts: the answer, the record with referent and intensity, and the physician's membership in one transaction.</summary>
    public async Task<CommandOutcome> PromoteAsync(SupportRequestNode node, CommandRequest request, Promotion promotion, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = store.LightweightSession(UnitOfWork.OptionsOf(request, DatabaseRole.App));
            var accepted = await work.StageAsync<AcceptRequest, SupportRequest>(session, request, promotion.Answer, cancellation);
            if (accepted.Error is not null || !accepted.IsNew) return accepted;
            if (await FollowAsync(session, node, request, promotion, cancellation) is { } error) return new(error, node.View.Version);
            try
            {
                await session.SaveChangesAsync(cancellation);
                return accepted;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Decided anew on every stream as it is now; a named version is then found stale.
            }
        }
    }

    private async Task<DomainError?> FollowAsync(IDocumentSession session, SupportRequestNode node, CommandRequest request, Promotion promotion, CancellationToken cancellation)
    {
        var asked = node.View.Request;
        var person = asked.Person!.Value;
        var received = DateOnly.FromDateTime(WorkingDays.ToParis(node.View.ReceivedAt).DateTime);
        var follow = new OpenFollowUp(
            new(person, asked.Commune, promotion.Referent, received), new(asked.InformedOn ?? received, asked.Means), promotion.Answer.Intensity,
            promotion.Answer.Physician is PhysicianInformation.NoPhysician);
        var opened = await work.StageAsync<OpenFollowUp, Record>(session, request with { StreamId = Record.IdOf(node.Territory, person).Value, ExpectedVersion = null }, follow, cancellation);
        if (opened.Error is not null || promotion.PrincipalPhysician is not { } physician) return opened.Error;
        var joined = await work.StageAsync<JoinCareTeam, Team>(session, request with { StreamId = Team.IdOf(node.Territory, person), ExpectedVersion = null },
            new(person, physician, TeamRole.PrincipalPhysician, LegalCase.RecognisedByPerson, null), cancellation);
        return joined.Error;
    }
}
