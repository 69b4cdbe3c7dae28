using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Persons;

/// <summary>A comparison of two identities as GraphQL shows it.</summary>
public sealed record IdentityTaskNode(TerritoryId Territory, IdentityTaskView View, IReadOnlyList<PersonNode> Persons);

/// <summary>The queue of the identity cell, and what it decides: two persons, or one.</summary>
public static class IdentityTaskFields
{
    private const int Most = 200;

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<DuplicateKind>()
        .AddEnumType<IdentityTaskStatus>()
        .AddEnumType<DismissalReason>()
        .AddObjectType<IdentityTaskNode>(d =>
        {
            d.Name("IdentityTask").Description("Two identities that may be one person's.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("IdentityTask", Node(c).View.Id));
            d.Field("kind").Type("DuplicateKind!").Resolve(c => Node(c).View.Task.Kind);
            d.Field("status").Type("IdentityTaskStatus!").Resolve(c => Node(c).View.Task.Status);
            d.Field("foundAt").Type("DateTime!").Resolve(c => Node(c).View.FoundAt);
            d.Field("dismissal").Type("DismissalReason").Resolve(c => Node(c).View.Dismissal);
            d.Field("persons").Type("[Person!]!").Description("The two; of two that became one, that one.").Resolve(c => Node(c).Persons);
            d.Field("survivor").Type("ID").Description("The person that stayed, once merged.")
                .Resolve(c => Node(c).View.Survivor is { } id ? NodeId.Encode("Person", id) : null);
            d.Field("merged").Type("ID").Description("The person that went, once merged.").Resolve(c => Node(c).View is { Survivor: { } stayed, Task: var task }
                ? NodeId.Encode("Person", task.One.Value == stayed ? task.Other.Value : task.One.Value) : null);
        })
        .AddTypeExtension("Query", d => d.Field("identityTasks").Type("[IdentityTask!]!").Argument("status", "IdentityTaskStatus").Argument("first", "Int")
            .Description("Comparisons that wait (or were closed), the oldest first; at most 200. A coordinator reads those of persons she refers.")
            .Resolve<IReadOnlyList<IdentityTaskNode>>(ListAsync))
        .AddTypeExtension("Mutation", d => d
            .Mutation<DismissDuplicateInput, IdentityTaskNode>("dismissDuplicate", "task", DismissAsync,
                m => m.Description("They are two persons.").Input(i => i.Field("taskId", sdlType: "ID!")).Error<IdentityTaskError>().CommonErrors())
            .Mutation<MergePersonsInput, PersonNode>("mergePersons", "person",
                (c, i) => TwoAsync(c, i.Survivor, i.Merged, (desk, subject, territory, one, other) => desk.MergeAsync(subject, territory, one, other, c.RequestAborted)),
                m => m.Description("They are one person: `merged` becomes `survivor`. Nothing is moved, so that it can be undone.").Input(Both).Error<MergeRefusedError>().PersonErrors())
            .Mutation<UnmergePersonsInput, PersonNode>("unmergePersons", "person",
                (c, i) => TwoAsync(c, i.Survivor, i.Merged, (desk, subject, territory, one, other) => desk.UnmergeAsync(subject, territory, one, other, c.RequestAborted)),
                m => m.Description("They are two persons after all, as they were.").Input(Both).Error<MergeRefusedError>().PersonErrors()));

    private static void Both(IInputObjectTypeDescriptor input) =>
        input.Field("survivor", "The person that stays.", sdlType: "ID!").Field("merged", "The person that goes.", sdlType: "ID!");

    private static async Task<IReadOnlyList<IdentityTaskNode>> ListAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.RegisterPersons);
        var most = context.ArgumentValue<int?>("first") ?? Most;
        if (most is < 1 or > Most) throw new GraphQLException(CommandErrors.Invalid("first", "ONE_TO_200").Message, "INVALID_INPUT", new Dictionary<string, object?> { ["field"] = "first", ["rule"] = "ONE_TO_200" });
        var status = context.ArgumentValue<IdentityTaskStatus?>("status") ?? IdentityTaskStatus.Open;
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        // A coordinator is told of those she refers only; the cell of all.
        var cell = scope.Decide(AccessAction.VerifyIdentities, null).Permitted;
        var views = await session.QueryAsync<IdentityTaskView>(
            $"where status = $1 and ($2 or exists (select from {CareRecordProjection.View.Table} record where record.person_id in (one, other) and record.referent = $3)) order by found_at, id limit $4",
            [status.ToString(), cell, scope.Subject.Professional?.Value ?? Guid.Empty, most], context.RequestAborted);
        return await Task.WhenAll(views.Select(v => OpenAsync(context, territory, v)));
    }

    private static async Task<MutationResult<IdentityTaskNode>> DismissAsync(IResolverContext context, DismissDuplicateInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.VerifyIdentities);
        var id = NodeId.Decode("IdentityTask", input.TaskId, "taskId");
        if (await context.Service<IdentityDesk>().DismissAsync(scope.Subject, territory, id, input.Reason, context.RequestAborted) is { } error)
            return MutationResult<IdentityTaskNode>.Failure([PersonErrorNodes.Of(error)]);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await OpenAsync(context, territory, (await session.LoadAsync<IdentityTaskView>(id, context.RequestAborted))!);
    }

    private static async Task<MutationResult<PersonNode>> TwoAsync(
        IResolverContext context, string survivor, string merged, Func<IdentityDesk, Subject, TerritoryId, PersonId, PersonId, Task<DomainError?>> act)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.VerifyIdentities);
        var (one, other) = (new PersonId(NodeId.Decode("Person", survivor, "survivor")), new PersonId(NodeId.Decode("Person", merged, "merged")));
        if (one == other) return MutationResult<PersonNode>.Failure([CommandErrors.Invalid("merged", "SAME_PERSON")]);
        if (await act(context.Service<IdentityDesk>(), scope.Subject, territory, one, other) is { } error)
            return MutationResult<PersonNode>.Failure([PersonErrorNodes.Of(error)]);
        return await PersonType.LoadAsync(context, territory, one);
    }

    private static async Task<IdentityTaskNode> OpenAsync(IResolverContext context, TerritoryId territory, IdentityTaskView view)
    {
        PersonKey[] keys = [new(territory, view.Task.One), new(territory, view.Task.Other)];
        var now = await context.Service<PersonIndex>().FollowAsync(keys, context.RequestAborted);
        return new(territory, view, await PersonDoor.OpenAsync(context, AccessAction.SearchPersons, keys.Select(k => now[k]).Distinct()));
    }

    private static IdentityTaskNode Node(IResolverContext context) => context.Parent<IdentityTaskNode>();
}
