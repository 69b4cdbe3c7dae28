using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>Input of <c>inviteToTeam</c>: a professional, or a structure by FINESS.</summary>
public sealed record InviteToTeamInput(
    string RecordId, TeamRole Role, LegalCase Basis, string? Professional = null, string? Structure = null, DateTimeOffset? Until = null, DateTimeOffset? ExpiresAt = null, Guid? CommandId = null)
    : RecordInput(RecordId, CommandId);

/// <summary>Input of what needs nothing but the invitation.</summary>
public sealed record InvitationInput(string Id);

/// <summary>Input of <c>declineInvitation</c>.</summary>
public sealed record DeclineInvitationInput(string Id, string Reason);

/// <summary>Mutations of invitations to care teams.</summary>
public static class InvitationMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<InviteToTeamInput, CareRecordNode>("inviteToTeam", "record", InviteAsync, m => m
            .Description("Ask a professional, or a structure, to take part; the answer is awaited for 15 days unless `expiresAt` says otherwise, 90 at most.")
            .Input(i => i.Describe().Field("professional", sdlType: "ID")).RecordErrors().Error<InvitationIsOpenError>())
        .Mutation<InvitationInput, TeamInvitationNode>("acceptInvitation", "invitation",
            (c, i) => AnswerAsync(c, i.Id, (door, node, subject) => door.AcceptAsync(node, subject, c.RequestAborted)),
            m => m.Description("Accept: the membership begins in the same step.").Input(i => i.Field("id", sdlType: "ID!"))
                .Error<InvitationNotFoundError>().Error<InvitationAnsweredError>().Error<InvitationRanOutError>().Error<PrincipalPhysicianExistsError>().CommonErrors())
        .Mutation<DeclineInvitationInput, TeamInvitationNode>("declineInvitation", "invitation",
            (c, i) => AnswerAsync(c, i.Id, (door, node, subject) => door.DeclineAsync(node, subject, i.Reason, c.RequestAborted)),
            m => m.Description("Decline, with the reason that the DAC will read.").Input(i => i.Field("id", sdlType: "ID!"))
                .Error<InvitationNotFoundError>().Error<InvitationAnsweredError>().CommonErrors())
        .Mutation<InvitationInput, TeamInvitationNode>("withdrawInvitation", "invitation", WithdrawAsync,
            m => m.Description("Take an invitation back that nobody answered.").Input(i => i.Field("id", sdlType: "ID!"))
                .Error<InvitationNotFoundError>().Error<InvitationAnsweredError>().CommonErrors()));

    private static async Task<MutationResult<CareRecordNode>> InviteAsync(IResolverContext context, InviteToTeamInput input)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.ChangeTeam);
        ProfessionalId? professional = input.Professional is { } who ? RecordCommands.Professional(who, "professional") : null;
        Finess? structure = input.Structure is { } number ? TeamStructures.Number(number) : null;
        if (structure is { } asked && await TeamStructures.ProblemAsync(context, asked) is { } problem) return MutationResult<CareRecordNode>.Failure([problem]);
        var record = await CareRecordQueries.LoadAsync(context, territory, CareRecordQueries.DecodeId(territory, input.RecordId, "recordId"));
        var invited = professional?.Value.ToString() ?? structure?.Value ?? "";
        var over = record is null ? 0 : await OverAsync(context, record, professional, structure);
        return await RecordCommands.RunAsync<InviteMember, TeamInvitation>(context, AccessAction.ChangeTeam, input, node => TeamInvitation.IdOf(territory, node.View.Record.PersonId, invited, over), node => new(
            node.View.Record.PersonId, professional, structure, input.Role, input.Basis, input.Until?.ToUniversalTime(), input.ExpiresAt?.ToUniversalTime(),
            professional is { } one && node.View.Record.Rights.Excluded.Contains(one)));
    }

    // Two who invite the same at once count the same number, so they meet in one stream.
    private static async Task<int> OverAsync(IResolverContext context, CareRecordNode record, ProfessionalId? professional, Finess? structure)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(record.Territory.Value);
        return (int)await session.CountAsync<TeamInvitationView>(
            "where person_id = $1 and (professional_id = $2::uuid or structure = $3::text) and (status <> 'Sent' or expires_at <= $4)",
            [record.View.Record.PersonId.Value, (object?)professional?.Value ?? DBNull.Value, (object?)structure?.Value ?? DBNull.Value, RequestScope.Of(context).Context.Now], context.RequestAborted);
    }

    private static async Task<MutationResult<TeamInvitationNode>> AnswerAsync(
        IResolverContext context, string nodeId, Func<InvitationDoor, TeamInvitationNode, Subject, Task<CommandOutcome>> answer)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.AnswerInvitation);
        var id = NodeId.Decode("TeamInvitation", nodeId, "id");
        if (await InvitationLists.FindMineAsync(context, id) is not { } node) return await FailureAsync(context, new InvitationNotFound());
        return await DoneAsync(context, node, await answer(context.Service<InvitationDoor>(), node, scope.Subject));
    }

    private static async Task<MutationResult<TeamInvitationNode>> WithdrawAsync(IResolverContext context, InvitationInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ChangeTeam);
        var id = NodeId.Decode("TeamInvitation", input.Id, "id");
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        if (await session.LoadAsync<TeamInvitationView>(id, context.RequestAborted) is not { } view) return await FailureAsync(context, new InvitationNotFound());
        if (await PersonAccessLoader.DecideAsync(context, AccessAction.ChangeTeam, new(territory, view.Invitation.Person)) is { Permitted: false } verdict)
            throw RequestScope.Forbidden(verdict.Rule);
        var node = new TeamInvitationNode(territory, view);
        return await DoneAsync(context, node, await context.Service<InvitationDoor>().WithdrawAsync(node, scope.Subject, context.RequestAborted));
    }

    private static async Task<MutationResult<TeamInvitationNode>> DoneAsync(IResolverContext context, TeamInvitationNode node, CommandOutcome outcome)
    {
        if (outcome.Error is { } error) return await FailureAsync(context, error);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        return node with { View = (await session.LoadAsync<TeamInvitationView>(node.View.Id, context.RequestAborted))! };
    }

    private static async Task<MutationResult<TeamInvitationNode>> FailureAsync(IResolverContext context, DomainError error) =>
        MutationResult<TeamInvitationNode>.Failure([await CareRecordErrorNodes.OfAsync(context, error)]);
}
