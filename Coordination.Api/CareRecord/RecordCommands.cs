using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Platform.GraphQL;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>What every mutation of a record has: which record, and how it is repeated or raced.</summary>
public abstract record RecordInput(string RecordId, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Runs a mutation of a record: access first, then the command, then the record as it is.</summary>
public static class RecordCommands
{
    private static readonly Guid Space = new("b6c1f7c2-91a5-4d7e-8e26-2a10a2c4f0d3");

    /// <summary>Describes the fields that all inputs share.</summary>
    public static IInputObjectTypeDescriptor Describe(this IInputObjectTypeDescriptor input) => input
        .Field("recordId", "The record, or its person.", sdlType: "ID!")
        .Field("commandId", "Sent again with the same id, a command gives its first result.");

    /// <summary>The same for inputs of the record's own stream.</summary>
    public static IInputObjectTypeDescriptor DescribeVersioned(this IInputObjectTypeDescriptor input) =>
        input.Describe().Field("expectedVersion", "The version the sender saw; another one is answered by ConcurrentChangeError.");

    /// <summary>A command to the record itself.</summary>
    public static Task<MutationResult<CareRecordNode>> RunAsync<TCommand>(
        IResolverContext context, AccessAction action, RecordInput input, TCommand command, DataClass reach = DataClass.Administrative)
        where TCommand : notnull =>
        RunAsync<TCommand, Record>(context, action, input, node => node.View.Id, _ => command, reach);

    /// <summary>A command to a stream that belongs to the record.</summary>
    /// <param name="occurredAt">Time of the fact where it is not now.</param>
    /// <param name="also">What else goes into the transaction, once the command says something new.</param>
    /// <param name="clashes">Which facts that the sender had not seen speak against the command; null when any does.</param>
    public static async Task<MutationResult<CareRecordNode>> RunAsync<TCommand, TState>(
        IResolverContext context, AccessAction action, RecordInput input, Func<CareRecordNode, Guid> stream, Func<CareRecordNode, TCommand> command,
        DataClass reach = DataClass.Administrative, DateTimeOffset? occurredAt = null, Action<IDocumentSession>? also = null, Func<IEvent, bool>? clashes = null)
        where TCommand : notnull
        where TState : class
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(action);
        var id = CareRecordQueries.DecodeId(territory, input.RecordId, "recordId");
        if (await CareRecordQueries.FindAsync(context, id) is not { } node) return await FailureAsync(context, new CareRecordNotFound());
        await CareRecordQueries.DemandAsync(context, action, node, reach);
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        var request = new CommandRequest(territory, scope.Subject.ToActor(), stream(node)) { CommandId = input.CommandId, ExpectedVersion = input.ExpectedVersion, OccurredAt = occurredAt, Clashes = clashes };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, TState>(request, command(node), context.RequestAborted, also);
        if (outcome.Error is { } error) return await FailureAsync(context, error);
        return (await CareRecordQueries.LoadAsync(context, territory, id))!;
    }

    /// <summary>The id of a new stream: the same one when a command of the same subject is sent again, and never one that a sender could choose.</summary>
    public static Guid NewId(IResolverContext context, Guid? command) => NewId(RequestScope.Of(context).Subject, command);

    /// <inheritdoc cref="NewId(IResolverContext, Guid?)" />
    public static Guid NewId(Subject subject, Guid? command) =>
        command is { } id ? DeterministicGuid.V5(Space, $"{subject.Id}|{id}") : Guid.CreateVersion7();

    /// <summary>The professional of an opaque id.</summary>
    public static ProfessionalId Professional(string id, string argument) => new(NodeId.Decode("Professional", id, argument));

    private static async Task<MutationResult<CareRecordNode>> FailureAsync(IResolverContext context, DomainError error) =>
        MutationResult<CareRecordNode>.Failure([await CareRecordErrorNodes.OfAsync(context, error)]);
}
