using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Alerts;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>Input of <c>takeAlert</c>.</summary>
public sealed record TakeAlertInput(string Id, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>acknowledgeAlert</c>.</summary>
public sealed record AcknowledgeAlertInput(string Id, string Reason, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Mutations of alerts.</summary>
public static class AlertMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<TakeAlertInput, AlertNode>("takeAlert", "alert",
            (c, input) => RunAsync(c, input.Id, input.CommandId, input.ExpectedVersion, id => new TakeAlert(id)),
            m => m.Description("Take charge of an alert. It does not stop the clock.").Input(Describe)
                .Error<AlertNotFoundError>().Error<AlertAlreadyTakenError>().Error<AlertClosedError>().CommonErrors())
        .Mutation<AcknowledgeAlertInput, AlertNode>("acknowledgeAlert", "alert",
            (c, input) => RunAsync(c, input.Id, input.CommandId, input.ExpectedVersion, id => new AcknowledgeAlert(id, input.Reason)),
            m => m.Description("Close an alert without action, with a reason.").Input(Describe)
                .Error<AlertNotFoundError>().Error<AlertClosedError>().Error<AlertReasonMissingError>().CommonErrors()));

    private static void Describe(IInputObjectTypeDescriptor input) => input
        .Field("id", sdlType: "ID!")
        .Field("commandId", "Sent again with the same id, a command gives its first result.")
        .Field("expectedVersion", "The version the sender saw; another one is answered by ConcurrentChangeError.");

    private static async Task<MutationResult<AlertNode>> RunAsync<TCommand>(
        IResolverContext context, string nodeId, Guid? commandId, int? expectedVersion, Func<AlertId, TCommand> command)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.TreatAlerts);
        var id = NodeId.Decode("Alert", nodeId, "id");
        if (await AlertQueries.FindAsync(context, id) is null)
            return MutationResult<AlertNode>.Failure([await AlertErrorNodes.OfAsync(context, new AlertNotFound(), null)]);
        var request = new CommandRequest(territory, scope.Subject.ToActor(), id) { CommandId = commandId, ExpectedVersion = expectedVersion };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, Alert>(request, command(new AlertId(id)), context.RequestAborted);
        // Read after the command, past any loader: it shows what is now.
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var view = await session.LoadAsync<AlertView>(id, context.RequestAborted);
        return outcome.Error is { } error
            ? MutationResult<AlertNode>.Failure([await AlertErrorNodes.OfAsync(context, error, view)])
            : new AlertNode(territory, view!);
    }
}
