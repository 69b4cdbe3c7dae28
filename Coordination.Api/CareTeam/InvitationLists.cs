using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>Worklists of invitations: one's own to answer, and those that the DAC awaits an answer to.</summary>
public static class InvitationLists
{
    private static readonly PageKey[] Order = [new("expires_at", "timestamptz", Descending: false), new("id", "uuid", Descending: false)];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Query", d =>
    {
        d.Field("myInvitations").UsePaging("TeamInvitations").Argument("open", "Boolean")
            .Description("Invitations to the subject, or to a structure where the directory says he or she works; `open` for those to answer. The first to run out first.")
            .Resolve<Connection<TeamInvitationNode>>(MineAsync);
        d.Field("invitationsAwaited").UsePaging("TeamInvitations").Argument("ranOut", "Boolean")
            .Description("Invitations without an answer, of records that the subject may read; `ranOut` for those that nobody answered in time, or in which time is left. The first to run out first.")
            .Resolve<Connection<TeamInvitationNode>>(AwaitedAsync);
    });

    /// <summary>The invitation of this id, if it is the subject's to answer; null for anybody else.</summary>
    internal static async Task<TeamInvitationNode?> FindMineAsync(IResolverContext context, Guid id)
    {
        var (territory, me) = Me(context);
        var request = await RequestAsync(context, me);
        request.Add("id = {0}", id);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return (await session.QueryAsync<TeamInvitationView>(request.Where, [.. request.Parameters], context.RequestAborted)).SingleOrDefault() is { } view
            ? new(territory, view)
            : null;
    }

    private static async Task<Connection<TeamInvitationNode>> MineAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.AnswerInvitation);
        var (territory, me) = Me(context);
        var request = await RequestAsync(context, me);
        var open = context.ArgumentValue<bool?>("open");
        if (open is { } which) request.Add(which ? "(status = 'Sent' and expires_at > {0})" : "not (status = 'Sent' and expires_at > {0})", scope.Context.Now);
        return await ReadAsync(context, territory, $"my-invitations|{territory}|{scope.Subject.Id}|{open}", request);
    }

    private static async Task<Connection<TeamInvitationNode>> AwaitedAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.AnswerAccess);
        var territory = scope.Subject.Territory ?? throw RequestScope.Forbidden("NO_TERRITORY");
        var request = new ListRequest(["status = 'Sent'"], [], Order);
        ReadableRecords.Narrow(request, scope, AccessAction.ReadTeam, $"{TeamInvitationProjection.View.Name}.person_id");
        var ranOut = context.ArgumentValue<bool?>("ranOut");
        if (ranOut is { } which) request.Add(which ? "expires_at <= {0}" : "expires_at > {0}", scope.Context.Now);
        return await ReadAsync(context, territory, $"invitations|{territory}|{scope.Subject.Id}|{ranOut}", request);
    }

    private static Task<Connection<TeamInvitationNode>> ReadAsync(IResolverContext context, TerritoryId territory, string list, ListRequest request) =>
        context.Service<ListPage>().ReadAsync<TeamInvitationView, TeamInvitationNode>(
            territory, list, request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [ListPage.Value(view.Invitation.ExpiresAt), view.Id.ToString()], view => new(territory, view), context.RequestAborted);

    // What was taken back, or is about somebody who does not want this professional to know of her, is not shown to him.
    private static async Task<ListRequest> RequestAsync(IResolverContext context, ProfessionalId me)
    {
        var view = TeamInvitationProjection.View.Name;
        var request = new ListRequest([], [], Order);
        request.Add("status <> {0}", "Withdrawn");
        request.Parameters.AddRange([me.Value, (await TeamStructures.OfAsync(context, me)).Select(s => s.Value).ToArray()]);
        request.Conditions.Add($"(professional_id = ${request.Parameters.Count - 1} or structure = any(${request.Parameters.Count}))");
        request.Conditions.Add($"not exists (select from {CareRecordProjection.ExcludedTable} excluded join {CareRecordProjection.View.Table} record on record.id = excluded.view_id"
            + $" where excluded.professional_id = ${request.Parameters.Count - 1} and record.person_id = {view}.person_id)");
        return request;
    }

    private static (TerritoryId Territory, ProfessionalId Me) Me(IResolverContext context) =>
        RequestScope.Of(context).Subject is { Territory: { } territory, Professional: { } me } ? (territory, me) : throw RequestScope.Forbidden("PROFESSIONAL");
}
