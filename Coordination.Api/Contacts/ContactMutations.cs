using Coordination.Api.CarePathway;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Api.Tasks;
using Coordination.Domain.Contacts;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tasks;
using Coordination.Projections.Contacts;
using Platform.GraphQL;

namespace Coordination.Api.Contacts;

/// <summary>What is to be done after a contact: a task of the one who had it.</summary>
public sealed record NextStepInput(TaskKind Kind, string Title, DateTimeOffset? DueAt = null);

/// <summary>What a contact was, said by an input.</summary>
public interface IContactInput
{
    /// <summary>How.</summary>
    ContactChannel Channel { get; }

    /// <summary>Who it was with.</summary>
    ContactParty With { get; }

    /// <summary>What came of it.</summary>
    ContactOutcome Outcome { get; }

    /// <summary>How long it took.</summary>
    int Minutes { get; }

    /// <summary>Who began it.</summary>
    ContactDirection Direction { get; }

    /// <summary>When; it may be hours ago.</summary>
    DateTimeOffset At { get; }

    /// <summary>The professional of the directory.</summary>
    string? Professional { get; }

    /// <summary>The structure's FINESS or RPPS number.</summary>
    string? Structure { get; }

    /// <summary>Who, in words.</summary>
    string? Named { get; }

    /// <summary>What was said.</summary>
    string? Text { get; }
}

/// <summary>Input of <c>recordContact</c>.</summary>
public sealed record RecordContactInput(
    string RecordId, ContactChannel Channel, ContactParty With, ContactOutcome Outcome, DateTimeOffset At, int Minutes = 10,
    ContactDirection Direction = ContactDirection.Outgoing, string? Professional = null, string? Structure = null, string? Named = null, string? Text = null, NextStepInput? NextStep = null, Guid? CommandId = null)
    : RecordInput(RecordId, CommandId), IContactInput;

/// <summary>Input of <c>correctContact</c>: the whole contact as it is right.</summary>
public sealed record CorrectContactInput(
    string RecordId, string ContactId, ContactChannel Channel, ContactParty With, ContactOutcome Outcome, int Minutes, ContactDirection Direction, DateTimeOffset At,
    string? Professional = null, string? Structure = null, string? Named = null, string? Text = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion), IContactInput;

/// <summary>Input of <c>withdrawContact</c>.</summary>
public sealed record WithdrawContactInput(string RecordId, string ContactId, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>No such contact about this person.</summary>
public sealed record RecordedContactNotFoundError(string Code, string Message);

/// <summary>The contact was taken back.</summary>
public sealed record ContactIsWithdrawnError(string Code, string Message);

/// <summary>Mutations of contacts.</summary>
public static class ContactMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddInputObjectType<NextStepInput>()
        .AddTypeExtension("Mutation", d => d
            .Mutation<RecordContactInput, CareRecordNode>("recordContact", "record", RecordAsync, m => m
                .Description("Record a contact that took place; what is to be done next becomes a task in the same transaction.")
                .Input(i => i.Describe().Field("professional", sdlType: "ID")).RecordErrors())
            .Mutation<CorrectContactInput, CareRecordNode>("correctContact", "record",
                (c, i) => OfAsync(c, i, i.ContactId, person => new CorrectContact(person, FactsOf(i), new(i.Named, i.Text))),
                m => m.Description("Say what is right about a contact; the earlier words stay in its history.")
                    .Input(i => i.DescribeVersioned().Field("contactId", sdlType: "ID!").Field("professional", sdlType: "ID"))
                    .RecordErrors().Error<RecordedContactNotFoundError>().Error<ContactIsWithdrawnError>())
            .Mutation<WithdrawContactInput, CareRecordNode>("withdrawContact", "record",
                (c, i) => OfAsync(c, i, i.ContactId, person => new WithdrawContact(person)),
                m => m.Description("Take a contact back that did not take place.").Input(i => i.DescribeVersioned().Field("contactId", sdlType: "ID!"))
                    .RecordErrors().Error<RecordedContactNotFoundError>()));

    private static async Task<MutationResult<CareRecordNode>> OfAsync<TCommand>(IResolverContext context, RecordInput input, string contactId, Func<PersonId, TCommand> command)
        where TCommand : notnull
    {
        RequestScope.Of(context).Require(AccessAction.ManageWork);
        var id = NodeId.Decode("RecordedContact", contactId, "contactId");
        var person = await StreamPersons.OfAsync<RecordedContactView>(context, input.RecordId, id, v => v.Contact.Person);
        return await RecordCommands.RunAsync<TCommand, RecordedContact>(context, AccessAction.ManageWork, input, _ => id, node => command(person ?? node.View.Record.PersonId));
    }

    private static async Task<MutationResult<CareRecordNode>> RecordAsync(IResolverContext context, RecordContactInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ManageWork);
        var (id, facts) = (RecordCommands.NewId(context, input.CommandId), FactsOf(input));
        IDomainEvent[] next = [];
        if (input.NextStep is { } step && scope.Subject.Professional is { } me)
        {
            var person = (await CareRecordQueries.FindAsync(context, CareRecordQueries.DecodeId(territory, input.RecordId, "recordId")))?.View.Record.PersonId ?? new(id);
            var create = new CreateTask(person, person, step.Kind, step.Title, me, step.DueAt?.ToUniversalTime(), null, new(TaskOriginKind.Contact, id));
            var decision = NextStep.Run(create, null, new(territory, scope.Subject.ToActor(), scope.Context.Now));
            if (decision.Error is { } error) return MutationResult<CareRecordNode>.Failure([await CareRecordErrorNodes.OfAsync(context, error)]);
            next = [.. decision.Events];
        }

        return await RecordCommands.RunAsync<RecordContact, RecordedContact>(
            context, AccessAction.ManageWork, input, _ => id, node => new(node.View.Record.PersonId, facts, new(input.Named, input.Text)), occurredAt: Earlier(context, facts.At),
            also: session =>
            {
                if (next.Length > 0) session.Events.StartStream<WorkTask>(DeterministicGuid.V5(id, "next"), [.. next]);
            });
    }

    private static Hosting.Commands.CommandHandler<CreateTask, WorkTask> NextStep { get; } = new(CreateTask.Decide, new CreateTaskValidator());

    // A time in the future is refused by the command itself: it must not be written as a time of fact.
    private static DateTimeOffset? Earlier(IResolverContext context, DateTimeOffset at) => at <= RequestScope.Of(context).Context.Now ? at : null;

    private static ContactFacts FactsOf(IContactInput input) => new(
        input.Channel, input.Direction, input.With, input.Professional is { } id ? RecordCommands.Professional(id, "professional") : null, TaskMutations.Structure(input.Structure),
        input.At.ToUniversalTime(), input.Minutes, input.Outcome);
}
