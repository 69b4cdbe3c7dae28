using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CarePathway;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CarePathway;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CarePathway;

/// <summary>Input of <c>reportDisruption</c>: codes of the territory's typology.</summary>
public sealed record ReportDisruptionInput(
    string RecordId, DisruptionNature Nature, string Type, DateOnly NoticedOn, string? Cause = null, string? Resource = null, string? Prejudice = null, string? Text = null,
    Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>What every input about a reported rupture or unmet need has.</summary>
public abstract record DisruptionInput(string RecordId, string DisruptionId, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>qualifyDisruption</c>: all codes, as the DAC sees it.</summary>
public sealed record QualifyDisruptionInput(
    string RecordId, string DisruptionId, string Type, string? Cause = null, string? Resource = null, string? Prejudice = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : DisruptionInput(RecordId, DisruptionId, CommandId, ExpectedVersion);

/// <summary>Input of <c>answerDisruption</c>.</summary>
public sealed record AnswerDisruptionInput(string RecordId, string DisruptionId, string Answer, Guid? CommandId = null, int? ExpectedVersion = null) : DisruptionInput(RecordId, DisruptionId, CommandId, ExpectedVersion);

/// <summary>Input of <c>confirmPersistence</c>.</summary>
public sealed record ConfirmPersistenceInput(string RecordId, string DisruptionId, Guid? CommandId = null, int? ExpectedVersion = null) : DisruptionInput(RecordId, DisruptionId, CommandId, ExpectedVersion);

/// <summary>Input of <c>closeDisruption</c>.</summary>
public sealed record CloseDisruptionInput(string RecordId, string DisruptionId, DisruptionClosing Reason, Guid? CommandId = null, int? ExpectedVersion = null) : DisruptionInput(RecordId, DisruptionId, CommandId, ExpectedVersion);

/// <summary>Input of <c>defineTypologyCode</c>.</summary>
public sealed record DefineTypologyCodeInput(TypologyDimension Dimension, string Code, string Label, Guid? CommandId = null);

/// <summary>Input of <c>retireTypologyCode</c>.</summary>
public sealed record RetireTypologyCodeInput(TypologyDimension Dimension, string Code, Guid? CommandId = null);

/// <summary>The typology of a territory after a change.</summary>
public sealed record DisruptionTypologyNode(IReadOnlyList<TypologyCodeNode> Codes);

/// <summary>Mutations of ruptures, unmet needs and the typology.</summary>
public static class DisruptionMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<DisruptionTypologyNode>(d => d.BindFieldsImplicitly().Name("DisruptionTypology"))
        .AddTypeExtension("Mutation", d =>
        {
            d.Mutation<ReportDisruptionInput, CareRecordNode>("reportDisruption", "record", ReportAsync, m => m
                .Description("Report a rupture of a pathway or an unmet need; the DAC qualifies it.").Input(i => i.Describe()).RecordErrors());
            Add<QualifyDisruptionInput, QualifyDisruption>(d, "qualifyDisruption", "Say what it is, in codes of the typology.", (person, i) => new(person, CodesOf(i)), QualifyFaultAsync);
            Add<AnswerDisruptionInput, AnswerDisruption>(d, "answerDisruption", "An answer was found.", (person, i) => new(person, i.Answer));
            Add<ConfirmPersistenceInput, ConfirmPersistence>(d, "confirmPersistence", "It goes on: without an answer, or in spite of one.", (person, _) => new(person));
            Add<CloseDisruptionInput, CloseDisruption>(d, "closeDisruption", "It is over.", (person, i) => new(person, i.Reason));
            d.Mutation<DefineTypologyCodeInput, DisruptionTypologyNode>("defineTypologyCode", "typology",
                (c, i) => DecideAsync(c, i.CommandId, new DefineTypologyCode(i.Dimension, i.Code, i.Label)),
                m => m.Description("Define a code of the territory's typology, or say one in other words.").CommonErrors());
            d.Mutation<RetireTypologyCodeInput, DisruptionTypologyNode>("retireTypologyCode", "typology",
                (c, i) => DecideAsync(c, i.CommandId, new RetireTypologyCode(i.Dimension, i.Code)),
                m => m.Description("Offer a code no more; what was reported with it stays.").Error<TypologyCodeNotFoundError>().CommonErrors());
        });

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<PersonId, TInput, TCommand> command, Func<IResolverContext, TInput, Guid, Task<InvalidCommand?>>? fault = null)
        where TInput : DisruptionInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record",
            async (context, input) =>
            {
                RequestScope.Of(context).Require(AccessAction.QualifyDisruption);
                var id = NodeId.Decode("Disruption", input.DisruptionId, "disruptionId");
                var person = await StreamPersons.OfAsync<DisruptionView>(context, input.RecordId, id, v => v.Disruption.Person);
                if (person is not null && fault is not null && await fault(context, input, id) is { } wrong) return Invalid(wrong);
                return await RecordCommands.RunAsync<TCommand, Disruption>(
                    context, AccessAction.QualifyDisruption, input, _ => id, node => command(person ?? node.View.Record.PersonId, input));
            },
            mutation => mutation.Description(description).Input(i => i.DescribeVersioned().Field("disruptionId", sdlType: "ID!")).RecordErrors()
                .Error<DisruptionNotFoundError>().Error<DisruptionIsClosedError>().Error<DisruptionNotQualifiedError>());

    private static DisruptionCodes CodesOf(QualifyDisruptionInput input) => new(input.Type, input.Cause, input.Resource, input.Prejudice);

    private static async Task<MutationResult<CareRecordNode>> ReportAsync(IResolverContext context, ReportDisruptionInput input)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.ReportDisruption);
        var codes = new DisruptionCodes(input.Type, input.Cause, input.Resource, input.Prejudice);
        if ((await DisruptionNodes.TypologyOfAsync(context, territory)).Problem(codes) is { } problem) return Invalid(problem);
        var id = RecordCommands.NewId(context, input.CommandId);
        return await RecordCommands.RunAsync<ReportDisruption, Disruption>(
            context, AccessAction.ReportDisruption, input, _ => id,
            node => new(node.View.Record.PersonId, input.Nature, codes, node.View.Record.Commune, input.NoticedOn, input.Text));
    }

    private static async Task<InvalidCommand?> QualifyFaultAsync(IResolverContext context, QualifyDisruptionInput input, Guid id)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.QualifyDisruption);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var before = await session.LoadAsync<DisruptionView>(id, context.RequestAborted);
        return (await DisruptionNodes.TypologyOfAsync(context, territory)).Problem(CodesOf(input), before?.Disruption.Codes);
    }

    private static MutationResult<CareRecordNode> Invalid(InvalidCommand problem) =>
        MutationResult<CareRecordNode>.Failure([CommandErrors.Invalid(problem.FieldName, problem.Rule)]);

    private static async Task<MutationResult<DisruptionTypologyNode>> DecideAsync<TCommand>(IResolverContext context, Guid? commandId, TCommand command)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ChangeSettings);
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, DisruptionTypology>(
            new(territory, scope.Subject.ToActor(), DisruptionTypology.IdOf(territory)) { CommandId = commandId }, command, context.RequestAborted);
        if (outcome.Error is { } error) return MutationResult<DisruptionTypologyNode>.Failure([await CareRecordErrorNodes.OfAsync(context, error)]);
        return new DisruptionTypologyNode([.. (await DisruptionNodes.TypologyOfAsync(context, territory)).Codes.Select(DisruptionNodes.InWords)]);
    }
}
