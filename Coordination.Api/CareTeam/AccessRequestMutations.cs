using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>Input of <c>requestAccess</c>.</summary>
public sealed record RequestAccessInput(string BirthName, string GivenName, DateOnly BirthDate, AccessReason Reason, string Text, Guid? CommandId = null);

/// <summary>Input of <c>grantAccess</c>.</summary>
public sealed record GrantAccessInput(string Id, TeamRole Role, LegalCase Basis, DateTimeOffset? Until = null);

/// <summary>Input of <c>refuseAccess</c>.</summary>
public sealed record RefuseAccessInput(string Id, string Reason);

/// <summary>No such request for access.</summary>
public sealed record AccessRequestNotFoundError(string Code, string Message);

/// <summary>The request was answered already.</summary>
public sealed record AccessRequestAnsweredError(string Code, string Message);

/// <summary>The description matches nobody who is followed here.</summary>
public sealed record AccessRequestMatchesNobodyError(string Code, string Message);

/// <summary>Mutations of requests for access: they stand where other platforms have a break-glass.</summary>
public static class AccessRequestMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<RequestAccessInput, AccessRequestNode>("requestAccess", "request", RequestAsync,
            m => m.Description("Ask for access to somebody described by names and birth date. The answer never says whether she is known here.").CommonErrors())
        .Mutation<GrantAccessInput, AccessRequestNode>("grantAccess", "request",
            (c, i) => AnswerAsync(c, i.Id, (door, request, subject) => door.GrantAsync(request, subject, new(i.Role, i.Basis, i.Until?.ToUniversalTime()), c.RequestAborted)),
            m => m.Description("Let the professional in: a membership on a stated legal ground.").Input(i => i.Field("id", sdlType: "ID!"))
                .Error<AccessRequestNotFoundError>().Error<AccessRequestAnsweredError>().Error<AccessRequestMatchesNobodyError>().Error<PrincipalPhysicianExistsError>().CommonErrors())
        .Mutation<RefuseAccessInput, AccessRequestNode>("refuseAccess", "request",
            (c, i) => AnswerAsync(c, i.Id, (door, request, subject) => door.RefuseAsync(request, subject, i.Reason, c.RequestAborted)),
            m => m.Description("Say no, with the reason that the professional will read.").Input(i => i.Field("id", sdlType: "ID!"))
                .Error<AccessRequestNotFoundError>().Error<AccessRequestAnsweredError>().CommonErrors()));

    private static async Task<MutationResult<AccessRequestNode>> RequestAsync(IResolverContext context, RequestAccessInput input)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.RequestAccess);
        if (scope.Subject is not { Territory: { } territory, Professional: not null }) throw RequestScope.Forbidden("PROFESSIONAL");
        if (Description.Problem(input) is { } problem) return MutationResult<AccessRequestNode>.Failure([problem]);
        var id = RecordCommands.NewId(context, input.CommandId);
        var outcome = await context.Service<AccessDoor>().RequestAsync(scope.Subject, territory, id, input, context.RequestAborted);
        if (outcome.Error is { } error) return await FailureAsync(context, error);
        return (await AccessRequestQueries.LoadAsync(context, territory, id))!;
    }

    private static async Task<MutationResult<AccessRequestNode>> AnswerAsync(
        IResolverContext context, string nodeId, Func<AccessDoor, AccessRequestNode, Subject, Task<CommandOutcome>> answer)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.AnswerAccess);
        var id = NodeId.Decode("AccessRequest", nodeId, "id");
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        if (await AccessRequestQueries.LoadAsync(context, territory, id) is not { } request) return await FailureAsync(context, new AccessRequestNotFound());
        if (request.View.Request.Person is { } person && await PersonAccessLoader.DecideAsync(context, AccessAction.AnswerAccess, new(territory, person)) is { Permitted: false } verdict)
            throw RequestScope.Forbidden(verdict.Rule);
        var outcome = await answer(context.Service<AccessDoor>(), request, scope.Subject);
        if (outcome.Error is { } error) return await FailureAsync(context, error);
        return (await AccessRequestQueries.LoadAsync(context, territory, id))!;
    }

    private static async Task<MutationResult<AccessRequestNode>> FailureAsync(IResolverContext context, DomainError error) => MutationResult<AccessRequestNode>.Failure([error switch
    {
        AccessRequestNotFound => new AccessRequestNotFoundError(error.Code, CommandErrors.Text(error)),
        AccessRequestAnswered => new AccessRequestAnsweredError(error.Code, CommandErrors.Text(error)),
        AccessRequestMatchesNobody => new AccessRequestMatchesNobodyError(error.Code, CommandErrors.Text(error)),
        _ => await CareRecordErrorNodes.OfAsync(context, error),
    }]);

    private static class Description
    {
        public static InvalidInputError? Problem(RequestAccessInput input) =>
            Name(input.BirthName) is { } birth ? CommandErrors.Invalid("birthName", birth)
            : Name(input.GivenName) is { } given ? CommandErrors.Invalid("givenName", given)
            : null;

        private static string? Name(string? name) => string.IsNullOrWhiteSpace(name) ? "REQUIRED" : name.Length > 100 ? "AT_MOST_100" : PlainText.HasNoNull(name) ? null : "NULL_CHARACTER";
    }
}
