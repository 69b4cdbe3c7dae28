using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Assessment;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Assessment;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Assessment;

/// <summary>Input of <c>startAssessment</c>.</summary>
public sealed record StartAssessmentInput(
    string RecordId, string Grid, DateOnly On, string? Assessor = null, bool? SelfAssessment = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>An answer that is sent; without a value it is taken back.</summary>
public sealed record AnswerInput(string Question, string? Value = null);

/// <summary>Input of <c>answerAssessment</c>.</summary>
public sealed record AnswerAssessmentInput(
    string RecordId, string AssessmentId, IReadOnlyList<AnswerInput> Answers, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>validateAssessment</c>.</summary>
public sealed record ValidateAssessmentInput(
    string RecordId, string AssessmentId, string? Comment = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>correctAssessment</c>.</summary>
public sealed record CorrectAssessmentInput(
    string RecordId, string AssessmentId, IReadOnlyList<AnswerInput> Answers, string Reason, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>recordNotifiedGir</c>.</summary>
public sealed record RecordNotifiedGirInput(string RecordId, int Gir, DateOnly On, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>No such assessment of this person.</summary>
public sealed record AssessmentNotFoundError(string Code, string Message, string Field);

/// <summary>A validated assessment is corrected with a reason.</summary>
public sealed record AssessmentIsValidatedError(string Code, string Message);

/// <summary>A draft is answered, not corrected.</summary>
public sealed record AssessmentNotValidatedError(string Code, string Message);

/// <summary>Somebody assesses, unless the person answers by herself.</summary>
public sealed record AssessorMissingError(string Code, string Message, string Field);

/// <summary>Mutations of assessments.</summary>
public static class AssessmentMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddInputObjectType<AnswerInput>()
        .AddTypeExtension("Mutation", d => d
            .Mutation<StartAssessmentInput, CareRecordNode>("startAssessment", "record", StartAsync,
                m => m.Description("Begin an assessment; its draft is the last one started.").Input(i => i.Describe().Field("assessor", sdlType: "ID")).RecordErrors().Error<AssessorMissingError>())
            .Mutation<AnswerAssessmentInput, CareRecordNode>("answerAssessment", "record",
                (c, i) => RunAsync(c, i, i.AssessmentId, person => new AnswerAssessment(person, Of(i.Answers))),
                m => m.Description("Answer questions of a draft, many at once.").Input(Describe).RecordErrors().Error<AssessmentNotFoundError>().Error<AssessmentIsValidatedError>())
            .Mutation<ValidateAssessmentInput, CareRecordNode>("validateAssessment", "record",
                (c, i) => RunAsync(c, i, i.AssessmentId, person => new ValidateAssessment(person, i.Comment)),
                m => m.Description("Stand by an assessment; an incomplete one is marked so.").Input(Describe).RecordErrors().Error<AssessmentNotFoundError>())
            .Mutation<CorrectAssessmentInput, CareRecordNode>("correctAssessment", "record",
                (c, i) => RunAsync(c, i, i.AssessmentId, person => new CorrectAssessment(person, Of(i.Answers), i.Reason ?? "")),
                m => m.Description("Correct a validated assessment, with a reason: what was said first stays to be read.").Input(Describe)
                    .RecordErrors().Error<AssessmentNotFoundError>().Error<AssessmentNotValidatedError>())
            .Mutation<RecordNotifiedGirInput, CareRecordNode>("recordNotifiedGir", "record",
                (c, i) => RecordCommands.RunAsync<RecordNotifiedGir, Autonomy>(c, AccessAction.Assess, i, node => Autonomy.IdOf(node.Territory, node.View.Record.PersonId),
                    node => new(node.View.Record.PersonId, i.Gir, i.On), AggirGrid.Grid.Reach),
                m => m.Description("Record the group that the department council notified.").Input(i => i.Describe()).RecordErrors()));

    /// <summary>The error of a payload; null when it is not one of assessments.</summary>
    public static object? Find(DomainError error) => error switch
    {
        AssessmentNotFound => new AssessmentNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        AssessmentIsValidated => new AssessmentIsValidatedError(error.Code, CommandErrors.Text(error)),
        AssessmentNotValidated => new AssessmentNotValidatedError(error.Code, CommandErrors.Text(error)),
        AssessorMissing => new AssessorMissingError(error.Code, CommandErrors.Text(error), error.Field!),
        _ => null,
    };

    private static Task<MutationResult<CareRecordNode>> StartAsync(IResolverContext context, StartAssessmentInput input) =>
        RecordCommands.RunAsync<StartAssessment, PersonAssessment>(context, AccessAction.Assess, input, _ => RecordCommands.NewId(context, input.CommandId),
            node => new(node.View.Record.PersonId, input.Grid, input.On, input.Assessor is { } id ? RecordCommands.Professional(id, "assessor") : null, input.SelfAssessment == true),
            Grids.Latest(input.Grid)?.Reach ?? DataClass.Administrative);

    // The class of the grid is known from the assessment; whose it is, the decision checks.
    private static async Task<MutationResult<CareRecordNode>> RunAsync<TCommand>(IResolverContext context, RecordInput input, string assessment, Func<PersonId, TCommand> command)
        where TCommand : notnull
    {
        var territory = RequestScope.Of(context).Require(AccessAction.Assess);
        var id = NodeId.Decode("Assessment", assessment, "assessmentId");
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var reach = (await session.LoadAsync<AssessmentView>(id, context.RequestAborted))?.Assessment.Grid.Reach ?? DataClass.Administrative;
        return await RecordCommands.RunAsync<TCommand, PersonAssessment>(context, AccessAction.Assess, input, _ => id, node => command(node.View.Record.PersonId), reach);
    }

    private static Answers Of(IReadOnlyList<AnswerInput> answers) => new([.. answers.Select(a => new Answer(a.Question, a.Value))]);

    private static void Describe(IInputObjectTypeDescriptor input) => input.DescribeVersioned().Field("assessmentId", sdlType: "ID!");
}
