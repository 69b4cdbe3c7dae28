using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Api.Security.Identity;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Directory;
using Npgsql;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>Input of <c>grantHabilitation</c>: with an RPPS number the name is the directory's.</summary>
public sealed record GrantHabilitationInput(
    string Identity, Role Role, string Organization, string? DisplayName = null, string? Rpps = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, Guid? CommandId = null);

/// <summary>Input of <c>endHabilitation</c>.</summary>
public sealed record EndHabilitationInput(string Id, string Reason, Guid? CommandId = null);

/// <summary>No such habilitation, or none of this territory.</summary>
public sealed record HabilitationNotFoundError(string Code, string Message);

/// <summary>The last administrator of a territory cannot leave.</summary>
public sealed record LastAdministratorError(string Code, string Message);

/// <summary>Another account acts under this RPPS number.</summary>
public sealed record RppsClaimedError(string Code, string Message, string Field);

/// <summary>Who may act in the subject's own territory. Rights change at once.</summary>
public static class HabilitationMutations
{
    private static readonly Guid Space = new("c2b5a0de-60b7-4c3e-8b77-1f3d8a9e5b41");

    // Those of a territory. An establishment's, a CPTS's and an interface's are not its to give.
    private static readonly Role[] OfTerritory =
        [Role.Coordinator, Role.Manager, Role.Gp, Role.Nurse, Role.HomeCare, Role.CommunityWorker, Role.Guardian, Role.Admin, Role.Auditor, Role.Identity];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<GrantHabilitationInput, HabilitationNode>("grantHabilitation", "habilitation", GrantAsync,
            m => m.Description("Let somebody act in this territory, in a role, for a structure, from now or a later instant on.").Error<RppsClaimedError>().CommonErrors())
        .Mutation<EndHabilitationInput, HabilitationNode>("endHabilitation", "habilitation", EndAsync,
            m => m.Description("End it now: whoever acts under it is out within a minute. The last administrator stays.")
                .Input(i => i.Field("id", sdlType: "ID!")).Error<HabilitationNotFoundError>().Error<LastAdministratorError>().CommonErrors()));

    private static async Task<MutationResult<HabilitationNode>> GrantAsync(IResolverContext context, GrantHabilitationInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.Administer);
        var now = context.Service<TimeProvider>().GetUtcNow();
        if (!OfTerritory.Contains(input.Role)) return Refused(CommandErrors.Invalid("role", "ROLE_OF_TERRITORY"));
        if (input.From < now.AddMinutes(-5)) return Refused(CommandErrors.Invalid("from", "NOT_IN_PAST"));
        Rpps? rpps = null;
        ProfessionalEntry? professional = null;
        if (!string.IsNullOrWhiteSpace(input.Rpps))
        {
            if (!Rpps.TryParse(input.Rpps, out var number)) return Refused(CommandErrors.Invalid("rpps", "RPPS_KEY"));
            rpps = number;
            professional = await context.Service<DirectoryReader>().ProfessionalByRppsAsync(number.Value, context.RequestAborted);
            if (professional is null) return Refused(CommandErrors.Invalid("rpps", "NOT_IN_DIRECTORY"));
            var today = DateOnly.FromDateTime(WorkingDays.ToParis(now).DateTime);
            if (await context.Service<ProfessionalActivities>().MayActAsync(number, today, context.RequestAborted) == false) return Refused(CommandErrors.Invalid("rpps", "ACTIVITY_ENDED"));
        }

        var name = professional?.DisplayName ?? input.DisplayName?.Trim() ?? "";
        var grant = new HabilitationGranted(
            input.Identity.Trim(), name, rpps, input.Role, input.Organization.Trim(), territory, null, null,
            professional is null ? null : new ProfessionalId(professional.Id), input.From?.ToUniversalTime() ?? now, input.Until?.ToUniversalTime());
        var id = input.CommandId is { } command ? DeterministicGuid.V5(Space, $"{scope.Subject.Id}|{command}") : Guid.NewGuid();
        var claimed = rpps is { } held ? await ClaimedByAsync(context, held, grant.Identity) : null;
        return await RunAsync(context, territory, id, null, new GrantHabilitation(grant, claimed));
    }

    private static async Task<MutationResult<HabilitationNode>> EndAsync(IResolverContext context, EndHabilitationInput input)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.Administer);
        var id = NodeId.Decode("Habilitation", input.Id, "id");
        var now = context.Service<TimeProvider>().GetUtcNow();
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var administrators = await session.QueryAsync<HabilitationView>("where role = 'Admin' and not ended and id <> $1", [id], context.RequestAborted);
        // One whose time is over soon cannot be the one who stays.
        var others = administrators.Count(a => a.Habilitation.StandsAt(now) && a.Habilitation.Granted.Until is null);
        return await RunAsync(context, territory, id, input.CommandId, new EndHabilitation(input.Reason, others));
    }

    // An RPPS number is one account's, in whatever territory (N-22).
    private static async Task<string?> ClaimedByAsync(IResolverContext context, Rpps rpps, string identity)
    {
        await using var command = context.Service<Database>().Worker.CreateCommand(
            $"select identity from {HabilitationProjection.View.Table} where rpps = $1 and identity <> $2 and not ended limit 1");
        command.Parameters.Add(new NpgsqlParameter { Value = rpps.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = identity });
        return await command.ExecuteScalarAsync(context.RequestAborted) as string;
    }

    private static async Task<MutationResult<HabilitationNode>> RunAsync<TCommand>(IResolverContext context, TerritoryId territory, Guid id, Guid? commandId, TCommand command)
        where TCommand : notnull
    {
        var request = new CommandRequest(territory, RequestScope.Of(context).Subject.ToActor(), id) { CommandId = commandId };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, Habilitation>(request, command, context.RequestAborted);
        switch (outcome.Error)
        {
            case HabilitationNotFound missing: return Refused(new HabilitationNotFoundError(missing.Code, CommandErrors.Text(missing)));
            case LastAdministrator last: return Refused(new LastAdministratorError(last.Code, CommandErrors.Text(last)));
            case RppsClaimed claimed: return Refused(new RppsClaimedError(claimed.Code, CommandErrors.Text(claimed), "rpps"));
            case { } error: return Refused(CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}"));
        }

        context.Service<Habilitations>().Forget();
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var view = await session.LoadAsync<HabilitationView>(id, context.RequestAborted);
        return HabilitationNode.Of(view!, context.Service<TimeProvider>().GetUtcNow());
    }

    private static MutationResult<HabilitationNode> Refused(object error) => MutationResult<HabilitationNode>.Failure([error]);
}
