using System.Text.Json;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Persons;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Input of <c>acceptTransfer</c>.</summary>
/// <param name="Person">Who she is here already; null when nobody is.</param>
/// <param name="Acknowledged">Persons who were looked at and are not she.</param>
/// <param name="Commune">INSEE code of where she lives now.</param>
public sealed record AcceptTransferInput(
    string Id, string Commune, IReadOnlyList<string> Acknowledged, string? Person = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>refuseTransfer</c>.</summary>
public sealed record RefuseTransferInput(string Id, TransferRefusal Reason, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>No such transfer arrived here.</summary>
public sealed record TransferNotFoundError(string Code, string Message);

/// <summary>The transfer was answered otherwise.</summary>
public sealed record TransferIsAnsweredError(string Code, string Message);

/// <summary>Transfers that arrived in the subject's territory: the queue and the two answers.</summary>
public static class ReceivedTransfers
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddType<ReceivedTransferType>()
        .AddObjectType<ReceivedContent>(d => d.BindFieldsImplicitly())
        .AddObjectType<ReceivedText>(d => d.BindFieldsImplicitly())
        .AddConnection<ReceivedTransferNode>("ReceivedTransfers")
        .AddTypeExtension("Query", d =>
        {
            d.Field("receivedTransfers").UsePaging("ReceivedTransfers").Argument("status", "TransferStatus")
                .Description("Records of other territories that arrived here, the first to arrive first.").Resolve<Connection<ReceivedTransferNode>>(ListAsync);
            d.Field("receivedTransfer").Type("ReceivedTransfer").Argument("id", "ID!")
                .Resolve<ReceivedTransferNode?>(c => FindAsync(c, NodeId.Decode("ReceivedTransfer", c.ArgumentValue<string>("id"), "id")));
        })
        .AddTypeExtension("Mutation", d => d
            .Mutation<AcceptTransferInput, ReceivedTransferNode>("acceptTransfer", "transfer", AcceptAsync, m => Errors(m
                .Description("Take a record over: the person's own identity and record here, with what came along. Those who may be she are answered first.")
                .Input(i => i.Field("id", sdlType: "ID!").Field("person", sdlType: "ID").Field("acknowledged", sdlType: "[ID!]!"))
                .Error<NearDuplicatesError>().Error<PersonNotFoundError>().Error<CareRecordIsSuspendedError>().Error<TransferStandsError>()))
            .Mutation<RefuseTransferInput, ReceivedTransferNode>("refuseTransfer", "transfer", RefuseAsync, m => Errors(m
                .Description("Do not take a record over: what came along is destroyed, and the other territory may reopen its own.").Input(i => i.Field("id", sdlType: "ID!")))));

    /// <summary>The transfer of this id, if it arrived in the subject's territory.</summary>
    public static async Task<ReceivedTransferNode?> FindAsync(IResolverContext context, Guid id)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.ReadTransfers);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.LoadAsync<ReceivedTransferView>(id, context.RequestAborted) is { } view ? new(territory, view) : null;
    }

    private static void Errors(IMutationDescriptor mutation) => mutation.Error<TransferNotFoundError>().Error<TransferIsAnsweredError>().CommonErrors();

    private static Task<Connection<ReceivedTransferNode>> ListAsync(IResolverContext context)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.ReadTransfers);
        var status = context.ArgumentValue<TransferStatus?>("status");
        var request = new ListRequest([], [], [new("received_at", "timestamptz", false), new("id", "uuid", false)]);
        if (status is { } wanted) request.Add("status = {0}", wanted.ToString());
        return context.Service<ListPage>().ReadAsync<ReceivedTransferView, ReceivedTransferNode>(
            territory, $"transfers|{territory}|{JsonSerializer.Serialize(status)}", request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            v => [ListPage.Value(v.ReceivedAt), v.Id.ToString()], v => new(territory, v), context.RequestAborted);
    }

    private static async Task<MutationResult<ReceivedTransferNode>> AcceptAsync(IResolverContext context, AcceptTransferInput input)
    {
        var (node, request) = await BeginAsync(context, input.Id, input.ExpectedVersion);
        if (node is null) return Failure(new TransferNotFound());
        if (input.Commune.Length != 5 || !input.Commune.All(char.IsAsciiLetterOrDigit)) return Failure(new InvalidCommand("commune", "INSEE_CODE"));
        if (await ReceivedTransferType.ExportAsync(context, node) is not { } export) return Failure(new TransferIsAnswered());
        PersonId? known = null;
        if (input.Person is { } id)
        {
            if (await PersonDoor.FindAsync(context, AccessAction.SearchPersons, node.Territory, id, "person") is not { } key) return Failure(new PersonNotFound());
            known = key.Person;
        }
        else if (node.View.Transfer.Status is TransferStatus.Awaiting && await NearAsync(context, node, export, input.Acknowledged) is { Count: > 0 } near)
        {
            return MutationResult<ReceivedTransferNode>.Failure([new NearDuplicatesError("NEAR_DUPLICATES", Resources.Texts.Get("Error.NEAR_DUPLICATES"), near)]);
        }

        var outcome = await context.Service<TransferDesk>().AcceptAsync(request, node.View, new(known, new(input.Commune), Today(context), export), context.RequestAborted);
        return outcome.Error is { } error ? Failure(error) : (await FindAsync(context, node.View.Id))!;
    }

    private static async Task<MutationResult<ReceivedTransferNode>> RefuseAsync(IResolverContext context, RefuseTransferInput input)
    {
        var (node, request) = await BeginAsync(context, input.Id, input.ExpectedVersion);
        if (node is null) return Failure(new TransferNotFound());
        var outcome = await context.Service<TransferDesk>().RefuseAsync(request with { CommandId = input.CommandId }, node.View, input.Reason, Today(context), context.RequestAborted);
        return outcome.Error is { } error ? Failure(error) : (await FindAsync(context, node.View.Id))!;
    }

    // An acceptance is one transaction of several streams: sent again, it finds the transfer accepted for the same person.
    private static async Task<(ReceivedTransferNode? Node, CommandRequest Request)> BeginAsync(IResolverContext context, string opaque, int? version)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.AnswerTransfers);
        var id = NodeId.Decode("ReceivedTransfer", opaque, "id");
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        return (await FindAsync(context, id), new(territory, scope.Subject.ToActor(), id) { ExpectedVersion = version });
    }

    private static async Task<IReadOnlyList<PersonNode>> NearAsync(IResolverContext context, ReceivedTransferNode node, TransferExport export, IReadOnlyList<string> acknowledged)
    {
        var seen = acknowledged.Select(id => NodeId.Decode("Person", id, "acknowledged")).ToHashSet();
        var unseen = (await ReceivedTransferType.CandidatesAsync(context, node, export)).Where(k => !seen.Contains(k.Person.Value));
        // One who is closed to the subject is not told: the identity cell gets the task.
        return await PersonDoor.OpenAsync(context, AccessAction.SearchPersons, unseen.Take(10));
    }

    private static DateOnly Today(IResolverContext context) => RequestScope.Of(context).Context.Today;

    private static MutationResult<ReceivedTransferNode> Failure(DomainError error) => MutationResult<ReceivedTransferNode>.Failure([error switch
    {
        TransferNotFound => new TransferNotFoundError(error.Code, CommandErrors.Text(error)),
        TransferIsAnswered => new TransferIsAnsweredError(error.Code, CommandErrors.Text(error)),
        CareRecordIsSuspended => new CareRecordIsSuspendedError(error.Code, CommandErrors.Text(error)),
        CareRecordAlreadyOpen => new TransferStandsError("TRANSFER_STANDS", CommandErrors.Text(new TransferStands())),
        _ => PersonErrorNodes.Of(error),
    }]);
}
