using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Kernel;
using Coordination.Projections.CaseFinding;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>Input of <c>takeRequest</c>.</summary>
public sealed record TakeRequestInput(string Id, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Mutations of requests for support.</summary>
public static class SupportRequestMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<TakeRequestInput, SupportRequestNode>("takeRequest", "request", TakeAsync,
            m => m.Description("Look at a request for support; the one who asked sees by whom. It opens no record.").Input(i => i.Field("id", sdlType: "ID!"))
                .Error<SupportRequestNotFoundError>().Error<SupportRequestAlreadyTakenError>().Error<SupportRequestClosedError>().CommonErrors()));

    /// <inheritdoc cref="RequestErrorNodes.FindAsync" />
    public static Task<object?> FindAsync(IResolverContext context, DomainError error) => RequestErrorNodes.FindAsync(context, error);

    /// <summary>The request as it is after a command, past any loader.</summary>
    public static async Task<SupportRequestNode?> ReadAsync(IResolverContext context, Domain.Identifiers.TerritoryId territory, Guid id)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.LoadAsync<SupportRequestView>(id, context.RequestAborted) is { } view ? new(territory, view) : null;
    }

    private static async Task<MutationResult<SupportRequestNode>> TakeAsync(IResolverContext context, TakeRequestInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.TreatRequests);
        var id = NodeId.Decode("SupportRequest", input.Id, "id");
        if (await SupportRequestQueries.FindAsync(context, id) is null)
            return MutationResult<SupportRequestNode>.Failure([(await FindAsync(context, new SupportRequestNotFound()))!]);
        var request = new CommandRequest(territory, scope.Subject.ToActor(), id) { CommandId = input.CommandId, ExpectedVersion = input.ExpectedVersion };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TakeSupportRequest, SupportRequest>(request, new(), context.RequestAborted);
        return outcome.Error is { } error
            ? MutationResult<SupportRequestNode>.Failure([await FindAsync(context, error) ?? throw new InvalidOperationException($"no words for {error.Code}")])
            : (await ReadAsync(context, territory, id))!;
    }
}
