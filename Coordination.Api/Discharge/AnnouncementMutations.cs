using Coordination.Api.CareRecord;
using Coordination.Api.CaseFinding;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>What an announcement became.</summary>
public sealed record AnnouncementReceipt(DischargeNode? Discharge, SupportRequestNode? Request);

/// <summary>Mutations of announcements, whatever they became.</summary>
public static class AnnouncementMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<AnnouncementReceipt>(d =>
        {
            d.Field("discharge").Type("Discharge").Description("The discharge, when the person has a record.").Resolve(c => c.Parent<AnnouncementReceipt>().Discharge);
            d.Field("request").Type("SupportRequest").Description("The request for support otherwise.").Resolve(c => c.Parent<AnnouncementReceipt>().Request);
        })
        .AddInputObjectType<PatientInput>(d => d
            .Field("ipp", "The establishment's own number.").Field("ins", "Matricule and key, 15 characters; it serves to find the person and is not kept."))
        .AddTypeExtension("Mutation", d => d
            .Mutation<AnnounceDischargeInput, AnnouncementReceipt>("announceDischarge", "receipt", AnnounceAsync,
                m => m.Description("The establishment's social service announces a discharge, or says more of one that is known.")
                    .Input(i => i.Field("dischargeId", "A stay that is listed already; else `patient` and `commune`. Without `patient` only for somebody who opposes: nothing names her then.", sdlType: "ID")
                        .Field("commune", "INSEE code of where the patient lives; needed with `patient`.")
                        .Field("needs", "All that is needed; an empty list says that nothing is.")
                        .Field("commandId", "Sent again with the same id, a command gives its first result."))
                    .DischargeErrors().Error<DischargeDatePastError>().Error<CommuneNotCoveredError>())
            .Mutation<WithdrawAnnouncementInput, AnnouncementReceipt>("withdrawAnnouncement", "receipt", WithdrawAsync,
                m => m.Description("Take an announcement back, with a reason.").Input(i => i.Field("id", "A discharge or a request for support.", sdlType: "ID!"))
                    .DischargeErrors().Error<NothingToWithdrawError>().Error<SupportRequestNotFoundError>().Error<SupportRequestClosedError>())
            .Mutation<MarkAnnouncementSeenInput, AnnouncementReceipt>("markAnnouncementSeen", "receipt", SeeAsync,
                m => m.Description("A coordinator has the announcement before her eyes; the first one is shown to who announced.")
                    .Input(i => i.Field("id", "A discharge or a request for support.", sdlType: "ID!"))
                    .DischargeErrors().Error<SupportRequestNotFoundError>()));

    private static async Task<MutationResult<AnnouncementReceipt>> AnnounceAsync(IResolverContext context, AnnounceDischargeInput input)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.AnnounceDischarge);
        var announcer = context.Service<Announcer>();
        var outcome = input.DischargeId is { } known
            ? await OnKnownAsync(context, announcer, input, NodeId.Decode("Discharge", known, "dischargeId"))
            : await OnPatientAsync(context, announcer, input);
        if (outcome.Error is { } error) return await FailureAsync(context, error);
        return await ReceiptAsync(context, outcome);
    }

    private static async Task<AnnouncementOutcome> OnKnownAsync(IResolverContext context, Announcer announcer, AnnounceDischargeInput input, Guid id)
    {
        var subject = RequestScope.Of(context).Subject;
        if (await DischargeQueries.FindAsync(context, id, null) is not { } node) return new(new DischargeNotFound(), default, null, null, 0);
        var key = new PersonKey(node.Territory, node.View.Stay.PersonId);
        var commune = node.View.Stay.Commune ?? (await PersonType.LoadAsync(context, key.Territory, key.Person)).Traits?.Commune;
        if (commune is not { } known) return new(new InvalidCommand("commune", "REQUIRED"), default, null, null, 0);
        if (input.Information is not PersonInformation.Opposed)
            return await announcer.AnnounceAsync(subject, input, key, id, known, context.RequestAborted);
        var entry = await context.Service<DirectoryReader>().CommuneAsync(known.Value, context.RequestAborted) ?? new(known.Value, known.Value, key.Territory.Value);
        return await announcer.RequestAsync(subject, input, entry, null, null, context.RequestAborted);
    }

    private static async Task<AnnouncementOutcome> OnPatientAsync(IResolverContext context, Announcer announcer, AnnounceDischargeInput input)
    {
        if (input.Patient is null && input.Information is not PersonInformation.Opposed) return new(new InvalidCommand("patient", "REQUIRED"), default, null, null, 0);
        if (!CommuneCode.TryParse(input.Commune, out var code)) return new(new InvalidCommand("commune", "INSEE_CODE"), default, null, null, 0);
        var commune = await context.Service<DirectoryReader>().CommuneAsync(code.Value, context.RequestAborted);
        return commune is null
            ? new(new CommuneNotCovered(), default, null, null, 0)
            : await announcer.AnnounceAsync(RequestScope.Of(context).Subject, input, commune, context.RequestAborted);
    }

    private static async Task<MutationResult<AnnouncementReceipt>> WithdrawAsync(IResolverContext context, WithdrawAnnouncementInput input)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.AnnounceDischarge);
        return await OnEitherAsync<WithdrawDischargeAnnouncement, WithdrawSupportRequest>(
            context, input.Id, input.CommandId, new(null, input.Reason), new(input.Reason));
    }

    private static async Task<MutationResult<AnnouncementReceipt>> SeeAsync(IResolverContext context, MarkAnnouncementSeenInput input)
    {
        RequestScope.Of(context).Require(AccessAction.PrepareReturn);
        return await OnEitherAsync<MarkAnnouncementSeen, MarkSupportRequestSeen>(context, input.Id, input.CommandId, new(), new());
    }

    private static async Task<MutationResult<AnnouncementReceipt>> OnEitherAsync<TOfDischarge, TOfRequest>(
        IResolverContext context, string nodeId, Guid? commandId, TOfDischarge ofDischarge, TOfRequest ofRequest)
        where TOfDischarge : notnull
        where TOfRequest : notnull
    {
        var work = context.Service<UnitOfWork>();
        var actor = RequestScope.Of(context).Subject.ToActor();
        if (NodeId.TryDecode(nodeId) is ("SupportRequest", var requestId))
        {
            if (await SupportRequestQueries.FindAsync(context, requestId) is not { } request) return await FailureAsync(context, new SupportRequestNotFound());
            var command = new CommandRequest(request.Territory, actor, requestId) { CommandId = commandId };
            var outcome = await work.ExecuteAsync<TOfRequest, SupportRequest>(command, ofRequest, context.RequestAborted);
            if (outcome.Error is { } error) return await FailureAsync(context, error);
            return await ReceiptAsync(context, new(null, request.Territory, null, requestId, outcome.Version));
        }

        var id = NodeId.Decode("Discharge", nodeId, "id");
        if (await DischargeQueries.FindAsync(context, id, null) is not { } node) return await FailureAsync(context, new DischargeNotFound());
        var done = await work.ExecuteAsync<TOfDischarge, Stay>(new(node.Territory, actor, id) { CommandId = commandId }, ofDischarge, context.RequestAborted);
        if (done.Error is { } refusal) return await FailureAsync(context, refusal);
        return await ReceiptAsync(context, new(null, node.Territory, id, null, done.Version));
    }

    private static async Task<AnnouncementReceipt> ReceiptAsync(IResolverContext context, AnnouncementOutcome outcome)
    {
        if (outcome.Discharge is { } discharge)
            return new(await DischargeMutations.ReadAsync(context, outcome.Territory, discharge, outcome.Version), null);
        if (RequestScope.Of(context).Subject is { Territory: null, Establishment: { } establishment })
            await context.Service<OwnRows>().OfRequestAsync(establishment, outcome.Request!.Value, outcome.Version, context.RequestAborted);
        return new(null, await SupportRequestMutations.ReadAsync(context, outcome.Territory, outcome.Request!.Value));
    }

    private static async Task<MutationResult<AnnouncementReceipt>> FailureAsync(IResolverContext context, DomainError error) =>
        MutationResult<AnnouncementReceipt>.Failure([DischargeErrorNodes.Find(error) ?? await SupportRequestMutations.FindAsync(context, error)
            ?? throw new InvalidOperationException($"no words for {error.Code}")]);
}
