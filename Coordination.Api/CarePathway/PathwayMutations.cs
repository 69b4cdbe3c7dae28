using System.Collections.Immutable;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CarePathway;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CarePathway;
using Platform.EventStore;
using Platform.GraphQL;
using Pathway = Coordination.Domain.CarePathway.CarePathway;

namespace Coordination.Api.CarePathway;

/// <summary>Input of <c>applyPathway</c>.</summary>
public sealed record ApplyPathwayInput(
    string RecordId, string Template, DateOnly EnteredOn, IReadOnlyList<string> Conditions, string? Reason = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>What every input about an applied pathway has.</summary>
public abstract record PathwayInput(string RecordId, string PathwayId, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>statePathwayConditions</c>.</summary>
public sealed record StatePathwayConditionsInput(string RecordId, string PathwayId, IReadOnlyList<string> Conditions, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Input of <c>completePathwayStep</c>.</summary>
public sealed record CompletePathwayStepInput(string RecordId, string PathwayId, string Step, DateOnly On, string? Note = null, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Input of <c>skipPathwayStep</c>.</summary>
public sealed record SkipPathwayStepInput(string RecordId, string PathwayId, string Step, DeviationReason Reason, string? Note = null, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Input of <c>reopenPathwayStep</c>.</summary>
public sealed record ReopenPathwayStepInput(string RecordId, string PathwayId, string Step, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Input of <c>reschedulePathwayStep</c>.</summary>
public sealed record ReschedulePathwayStepInput(string RecordId, string PathwayId, string Step, DateOnly DueOn, RescheduleReason Reason, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Input of <c>assignPathwayStep</c>; nobody in particular when none is named.</summary>
public sealed record AssignPathwayStepInput(string RecordId, string PathwayId, string Step, string? Professional = null, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Input of <c>addPathwayStep</c>.</summary>
public sealed record AddPathwayStepInput(string RecordId, string PathwayId, string Title, PathwayRole Role, DateOnly DueOn, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Input of <c>exitPathway</c>.</summary>
public sealed record ExitPathwayInput(string RecordId, string PathwayId, PathwayExitReason Reason, DateOnly On, string? Note = null, Guid? CommandId = null, int? ExpectedVersion = null) : PathwayInput(RecordId, PathwayId, CommandId, ExpectedVersion);

/// <summary>Mutations of care pathways.</summary>
public static class PathwayMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d =>
    {
        d.Mutation<ApplyPathwayInput, CareRecordNode>("applyPathway", "record", ApplyAsync, m => m
            .Description("Apply the newest version of a template to a person; one of a type at a time.").Input(i => i.Describe()).RecordErrors().Error<PathwayIsOpenError>());
        Add<StatePathwayConditionsInput, StatePathwayConditions>(d, "statePathwayConditions", "Say which conditions hold from now on: steps that are not ended follow.",
            (person, i, _) => new(person, [.. i.Conditions]));
        Add<CompletePathwayStepInput, CompletePathwayStep>(d, "completePathwayStep", "A step was done.", (person, i, _) => new(person, i.Step, i.On, i.Note));
        Add<SkipPathwayStepInput, SkipPathwayStep>(d, "skipPathwayStep", "Leave a step out, with a reason: a deviation.", (person, i, _) => new(person, i.Step, i.Reason, i.Note));
        Add<ReopenPathwayStepInput, ReopenPathwayStep>(d, "reopenPathwayStep", "A step is to be done after all.", (person, i, _) => new(person, i.Step));
        Add<ReschedulePathwayStepInput, ReschedulePathwayStep>(d, "reschedulePathwayStep", "A step is due on another day.", (person, i, _) => new(person, i.Step, i.DueOn, i.Reason));
        Add<AssignPathwayStepInput, AssignPathwayStep>(d, "assignPathwayStep", "Name who is to do a step.",
            (person, i, _) => new(person, i.Step, i.Professional is { } id ? RecordCommands.Professional(id, "professional") : null));
        Add<AddPathwayStepInput, AddPathwayStep>(d, "addPathwayStep", "Add a step of this person only.",
            (person, i, c) => new(person, $"OWN-{RecordCommands.NewId(c, i.CommandId):N}", i.Title, i.Role, i.DueOn));
        Add<ExitPathwayInput, ExitPathway>(d, "exitPathway", "Leave a pathway; it is completed when no step is left to be done.", (person, i, _) => new(person, i.Reason, i.On, i.Note));
    });

    private static void Add<TInput, TCommand>(IObjectTypeDescriptor mutations, string name, string description, Func<PersonId, TInput, IResolverContext, TCommand> command)
        where TInput : PathwayInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record",
            async (context, input) =>
            {
                var id = NodeId.Decode("CarePathway", input.PathwayId, "pathwayId");
                var person = await StreamPersons.OfAsync<CarePathwayView>(context, input.RecordId, id, v => v.Pathway.Person);
                return await RecordCommands.RunAsync<TCommand, Pathway>(
                    context, AccessAction.ChangePathway, input, _ => id, node => command(person ?? node.View.Record.PersonId, input, context));
            },
            mutation =>
            {
                mutation.Description(description).Input(i => Describe<TInput>(i)).RecordErrors().Error<PathwayNotFoundError>().Error<PathwayIsClosedError>();
                if (typeof(TCommand) == typeof(ExitPathway)) mutation.Error<StepsStillOpenError>();
                else if (typeof(StepCommand).IsAssignableFrom(typeof(TCommand))) mutation.Error<StepNotFoundError>().Error<StepIsEndedError>();
            });

    private static void Describe<TInput>(IInputObjectTypeDescriptor input)
    {
        input.DescribeVersioned().Field("pathwayId", sdlType: "ID!");
        if (typeof(TInput) == typeof(AssignPathwayStepInput)) input.Field("professional", sdlType: "ID");
    }

    private static async Task<MutationResult<CareRecordNode>> ApplyAsync(IResolverContext context, ApplyPathwayInput input)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.ChangePathway);
        if (context.Service<PathwayTemplates>().Find(input.Template) is not { } template)
            return MutationResult<CareRecordNode>.Failure([CommandErrors.Invalid("template", "UNKNOWN_TEMPLATE")]);
        var record = await CareRecordQueries.LoadAsync(context, territory, CareRecordQueries.DecodeId(territory, input.RecordId, "recordId"));
        var number = record is null ? 0 : await EndedAsync(context, record, template.Code);
        ImmutableArray<string> conditions = [.. input.Conditions.Distinct().Order(StringComparer.Ordinal)];
        return await RecordCommands.RunAsync<ApplyPathway, Pathway>(
            context, AccessAction.ChangePathway, input, node => Pathway.IdOf(territory, node.View.Record.PersonId, template.Code, number),
            node => new(node.View.Record.PersonId, template, input.EnteredOn, conditions, input.Reason));
    }

    // Two who apply it at the same time count the same number, so they meet in one stream.
    private static async Task<int> EndedAsync(IResolverContext context, CareRecordNode record, string template)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(record.Territory.Value);
        return (int)await session.CountAsync<CarePathwayView>("where person_id = $1 and template = $2 and closed", [record.View.Record.PersonId.Value, template], context.RequestAborted);
    }
}
