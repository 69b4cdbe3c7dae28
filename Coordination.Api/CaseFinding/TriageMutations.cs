using Coordination.Api.Alerts;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CaseFinding;

/// <summary>Mutations of triage: what is found out about a request, who looks at it, and its one decision.</summary>
public static class TriageMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d =>
    {
        Add<AssignRequestInput, AssignRequest>(d, "assignRequest", "Give a request to a colleague; without one it is anybody's again.",
            (_, _, i) => Now(new AssignRequest(i.Professional is { } to ? RecordCommands.Professional(to, "professional") : null)));
        Add<SnoozeRequestInput, SnoozeRequest>(d, "snoozeRequest", "Let a request wait until a day, for somebody's answer if one is awaited. Its deadline goes on.",
            (_, _, i) => Now(new SnoozeRequest(i.Until, i.Awaiting)));
        Add<RequalifyRequestInput, RequalifyRequest>(d, "requalifyRequest", "Another urgency, with the deadline that follows.",
            async (c, n, i) => new(Seal(n), i.Urgency, i.Reason, await RegimeAsync(c, n.Territory)));
        Add<RateRequestInput, RateRequest>(d, "rateRequest", "Say how complex the situation looks.", (_, _, i) => Now(new RateRequest(i.Complexity)));
        Add<ScreenRequestInput, ScreenRequest>(d, "screenRequest", "Answer a screening grid; it proposes, a coordinator decides.",
            (_, _, i) => Now(new ScreenRequest(i.Grid, i.Version, RequestSubmission.Answers(i.Answers))));
        Add<RequestInformationInput, RecordRequestInformation>(d, "recordRequestInformation", "The person was told of the request; she opposes or not.",
            (_, _, i) => Now(new RecordRequestInformation(i.Information, i.On, i.Means)));
        Add<RequestIdentityInput, CommunicateIdentity>(d, "communicateRequestIdentity", "Say whom a request that named nobody is about; she was informed before.",
            async (c, n, i) => new((await RequestSubmission.PersonAsync(c, n.Territory, i.Person)).Person), m => m.Error<RequestNotAcceptableError>());
        Add<AnswerRequestInput, AnswerRequest>(d, "answerRequest", "Decide: information is the answer. The one who asks reads it.", (_, n, i) => Now(new AnswerRequest(Seal(n), i.Answer)));
        Add<OrientRequestInput, OrientRequest>(d, "orientRequest", "Decide: sent on to a service that fits better.",
            (_, n, i) => Now(new OrientRequest(Seal(n), i.To, RequestSubmission.Number(i.Provider), i.With)));
        Add<RefuseRequestInput, RefuseRequest>(d, "refuseRequest", "Decide: refused, with a reason.", (_, n, i) => Now(new RefuseRequest(Seal(n), i.Reason, i.Words)));
        Add<DuplicateRequestInput, MarkRequestDuplicate>(d, "markRequestDuplicate", "Decide: another request, or the person's open record, is about the same.", DuplicateAsync);
        Add<CloseRequestInput, CloseRequest>(d, "closeRequest", "Decide: nothing follows.", (_, n, i) => Now(new CloseRequest(Seal(n), i.Reason, i.Words)));
        Add<OnRequestInput, UndoRequestDecision>(d, "undoRequestDecision", "Take one's decision back, within ten seconds. Not one that opened a record.",
            (_, _, _) => Now(new UndoRequestDecision()), m => m.Error<DecisionNotUndoableError>());
        d.Mutation<AcceptRequestInput, SupportRequestNode>("acceptRequest", "request", AcceptAsync, m => m
            .Description("Decide: support. The person's record is opened with referent and intensity in the same transaction; she was informed, and her physician knows or why not is said.")
            .Input(i => i.Field("id", sdlType: "ID!").Field("referent", sdlType: "ID").Field("principalPhysician", sdlType: "ID"))
            .Error<RequestNotAcceptableError>().Error<PrincipalPhysicianExistsError>().RequestErrors());
    });

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<IResolverContext, SupportRequestNode, TInput, Task<TCommand>> command, Action<IMutationDescriptor>? errors = null)
        where TInput : RequestInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, SupportRequestNode>(name, "request",
            (context, input) => RunAsync(context, input, async (node, request) => await context.Service<UnitOfWork>()
                .ExecuteAsync<TCommand, SupportRequest>(request, await command(context, node, input), context.RequestAborted)),
            mutation =>
            {
                mutation.Description(description).Input(i => Describe<TInput>(i)).RequestErrors();
                errors?.Invoke(mutation);
            });

    private static void Describe<TInput>(IInputObjectTypeDescriptor input)
    {
        input.Field("id", sdlType: "ID!").Field("commandId", "Sent again with the same id, a command gives its first result.");
        if (typeof(TInput) == typeof(AssignRequestInput)) input.Field("professional", sdlType: "ID");
        if (typeof(TInput) == typeof(RequestIdentityInput)) input.Field("person", sdlType: "ID!");
        if (typeof(TInput) == typeof(DuplicateRequestInput)) input.Field("of", sdlType: "ID");
    }

    private static async Task<MutationResult<SupportRequestNode>> RunAsync(
        IResolverContext context, RequestInput input, Func<SupportRequestNode, CommandRequest, Task<CommandOutcome>> run)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.TreatRequests);
        var id = NodeId.Decode("SupportRequest", input.Id, "id");
        if (scope.Subject.Professional is null) throw RequestScope.Forbidden("PROFESSIONAL");
        if (await SupportRequestQueries.FindAsync(context, id) is not { } node) return await RequestErrorNodes.FailureAsync<SupportRequestNode>(context, new SupportRequestNotFound());
        var request = new CommandRequest(territory, scope.Subject.ToActor(), id) { CommandId = input.CommandId, ExpectedVersion = input.ExpectedVersion };
        var outcome = await run(node, request);
        return outcome.Error is { } error
            ? await RequestErrorNodes.FailureAsync<SupportRequestNode>(context, error)
            : (await SupportRequestMutations.ReadAsync(context, territory, id))!;
    }

    private static Task<MutationResult<SupportRequestNode>> AcceptAsync(IResolverContext context, AcceptRequestInput input) => RunAsync(context, input, async (node, request) =>
    {
        var opposed = node.View.Request.Person is { } person && await RecordAsync(context, node.Territory, person) is { } known
            && known.Record.Rights.Opposes(SharingScope.TeamExchange);
        var referent = input.Referent is { } id ? RecordCommands.Professional(id, "referent") : request.Actor.Professional!.Value;
        ProfessionalId? physician = input.PrincipalPhysician is { } who ? RecordCommands.Professional(who, "principalPhysician") : null;
        if (physician is not null && input.Physician is not PhysicianInformation.Informed) return new(new InvalidCommand("principalPhysician", "PHYSICIAN_NOT_TOLD"), node.View.Version);
        // The whole promotion is one transaction of several streams: sent again, it finds the request accepted by the same hand.
        var answer = new AcceptRequest(Seal(node), input.Intensity, input.Physician, input.PhysicianReason, opposed);
        return await context.Service<RequestDoor>().PromoteAsync(node, request with { CommandId = null }, new(answer, referent, physician), context.RequestAborted);
    });

    private static async Task<MarkRequestDuplicate> DuplicateAsync(IResolverContext context, SupportRequestNode node, DuplicateRequestInput input)
    {
        SupportRequestId? other = null;
        if (input.Of is { } of)
        {
            var id = NodeId.Decode("SupportRequest", of, "of");
            // One that is not there is no duplicate: said as an id that means nothing.
            other = await SupportRequestQueries.FindAsync(context, id) is not null ? new(id) : new(node.View.Id);
        }

        var record = node.View.Request.Person is { } person ? await RecordAsync(context, node.Territory, person) : null;
        return new(new(node.View.Id), other, record?.Record.Life.Status is not (null or RecordStatus.Closed));
    }

    private static async Task<CareRecordView?> RecordAsync(IResolverContext context, TerritoryId territory, PersonId person)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.LoadAsync<CareRecordView>(Record.IdOf(territory, person).Value, context.RequestAborted);
    }

    private static Task<TCommand> Now<TCommand>(TCommand command) => Task.FromResult(command);

    // A request that names nobody has a key of its own.
    private static PersonId Seal(SupportRequestNode node) => node.View.Request.Person ?? new(node.View.Id);

    /// <summary>The calendar of a territory.</summary>
    internal static async Task<HolidayRegime> RegimeAsync(IResolverContext context, TerritoryId territory) =>
        (await context.Service<TerritorySettingsReader>().ReadAsync(territory, context.RequestAborted)).Hours.Regime;
}
