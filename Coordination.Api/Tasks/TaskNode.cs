using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Tasks;
using Platform.GraphQL;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.Tasks;

/// <summary>A task as GraphQL shows it.</summary>
public sealed record TaskNode(TerritoryId Territory, WorkTaskView View);

/// <summary>Whom an answer is awaited from.</summary>
/// <param name="Name">Who, in words.</param>
/// <param name="Until">The day on which the task comes back without an answer.</param>
public sealed record AwaitingNode(ProfessionalEntry? Professional, string Name, DateOnly Until);

/// <summary>The GraphQL type <c>Task</c>.</summary>
public sealed class TaskType : ObjectType<TaskNode>
{
    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<TaskNode> descriptor)
    {
        descriptor.Name("Task").Implements("Node").Description("Something that somebody of the DAC is to do, about a person or about nobody.");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Task", View(c).Id));
        descriptor.Field("person").Type("Person").Resolve<PersonNode?>(async c =>
            View(c).Task.Person is { } person ? await PersonType.LoadAsync(c, Territory(c), person) : null);
        descriptor.Field("recordId").Type("ID").Description("The record of the person it is about.").Resolve(c =>
            View(c).Task.Person is { } person ? NodeId.Encode("CareRecord", Record.IdOf(Territory(c), person).Value) : null);
        descriptor.Field("kind").Type("TaskKind!").Resolve(c => View(c).Task.Kind);
        descriptor.Field("title").Type("String!").Resolve<string>(async c => await OpenAsync(c, View(c).Task.Title) ?? Texts.Get("Person.Erased"));
        descriptor.Field("owner").Type("Professional!").Resolve(c => Names.ProfessionalAsync(c, View(c).Task.Owner));
        descriptor.Field("mine").Type("Boolean!").Resolve(c => View(c).Task.Owner == RequestScope.Of(c).Subject.Professional);
        descriptor.Field("dueAt").Type("DateTime").Resolve(c => View(c).Task.DueAt);
        descriptor.Field("remindOn").Type("Date").Resolve(c => View(c).Task.RemindOn);
        descriptor.Field("status").Type("WorkStatus!").Resolve(c => View(c).Task.Status);
        descriptor.Field("awaiting").Type("Awaiting").Description("Whose answer is awaited; null while the task is its owner's to do.").Resolve<AwaitingNode?>(AwaitingAsync);
        descriptor.Field("origin").Type("TaskOrigin").Resolve(c => View(c).Task.Origin);
        descriptor.Field("postponed").Type("Int!").Description("How often it was put off.").Resolve(c => View(c).Task.Postponed);
        descriptor.Field("outcome").Type("TaskOutcome").Resolve(c => View(c).Task.Outcome);
        descriptor.Field("cancellation").Type("TaskCancellation").Resolve(c => View(c).Task.Cancellation);
        descriptor.Field("note").Type("String").Description("What was last noted beside it.").Resolve<string?>(async c => View(c).Note is { } note ? await OpenAsync(c, note) : null);
        descriptor.Field("createdBy").Type("String!").Resolve(c => Names.AuthorAsync(c, View(c).CreatedBy));
        descriptor.Field("createdAt").Type("DateTime!").Resolve(c => View(c).CreatedAt);
        descriptor.Field("closedBy").Type("String").Resolve<string?>(async c => View(c).ClosedAt is null ? null : await Names.AuthorAsync(c, View(c).ClosedBy));
        descriptor.Field("closedAt").Type("DateTime").Resolve(c => View(c).ClosedAt);
        descriptor.Field("history").Type("[HistoryEntry!]!").Description("Every fact of the task, first one first.").Resolve(c => History.ReadAsync(c, Territory(c), View(c).Id, null));
        descriptor.Field("version").Type("Int!").Resolve(c => (int)View(c).Version);
    }

    private static TerritoryId Territory(IResolverContext context) => context.Parent<TaskNode>().Territory;

    private static WorkTaskView View(IResolverContext context) => context.Parent<TaskNode>().View;

    private static async Task<AwaitingNode?> AwaitingAsync(IResolverContext context)
    {
        if (View(context).Task.Awaiting is not { } awaiting) return null;
        if (awaiting.Professional is { } id)
        {
            var professional = await Names.ProfessionalAsync(context, id);
            return new(professional, professional.DisplayName, awaiting.Until);
        }

        var name = awaiting.Structure is { } number ? (await Names.ProviderAsync(context, number)).Name ?? number.Value : await OpenAsync(context, awaiting.Named!);
        return new(null, name ?? Texts.Get("Person.Erased"), awaiting.Until);
    }

    private static Task<string?> OpenAsync(IResolverContext context, Protected<string> text)
    {
        if (View(context).Task.Person is { } person) RequestScope.Of(context).Trail.Show(Territory(context), person);
        return context.Service<ProtectedText>().OpenAsync(Territory(context), text, context.RequestAborted);
    }
}
