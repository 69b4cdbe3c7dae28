using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Rights;
using Platform.GraphQL;

namespace Coordination.Api.Rights;

/// <summary>Mutations of benefits, protective measures and pieces (DOMAIN AG26, 5.10).</summary>
public static class EntitlementMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d =>
    {
        Add<RecordBenefitInput, RecordBenefit>(d, "recordBenefit", "Record a benefit of the person.",
            (c, p, i) => new(p, RecordCommands.NewId(c, i.CommandId), i.Kind, i.State, i.From, i.Until, i.Reference), _ => { });
        Add<ChangeBenefitInput, ChangeBenefit>(d, "changeBenefit", "Say how far a benefit has come, and its days.",
            (_, p, i) => new(p, i.BenefitId, i.State, i.From, i.Until, i.Reference), m => m.Error<BenefitNotFoundError>());
        Add<RenewBenefitInput, RenewBenefit>(d, "renewBenefit", "A benefit was granted for a further time: its new end.",
            (_, p, i) => new(p, i.BenefitId, i.Until), m => m.Error<BenefitNotFoundError>().Error<BenefitNotGrantedError>());
        Add<RecordMeasureInput, RecordMeasure>(d, "recordMeasure", "Record a protective measure, and who carries it out: a service, or somebody named.",
            (c, p, i) => new(p, RecordCommands.NewId(c, i.CommandId), i.Kind, i.Scope, Structure(i.Structure), i.Name, i.DecidedOn, i.Until), _ => { }, i => i.Structure);
        Add<ChangeRepresentativeInput, ChangeRepresentative>(d, "changeRepresentative", "Somebody else carries a measure out.",
            (_, p, i) => new(p, i.MeasureId, Structure(i.Structure), i.Name, i.On), m => m.Error<MeasureNotFoundError>().Error<MeasureIsEndedError>(), i => i.Structure);
        Add<RenewMeasureInput, RenewMeasure>(d, "renewMeasure", "A judge renewed a measure: its new end.",
            (_, p, i) => new(p, i.MeasureId, i.DecidedOn, i.Until), m => m.Error<MeasureNotFoundError>().Error<MeasureIsEndedError>());
        Add<EndMeasureInput, EndMeasure>(d, "endMeasure", "A measure is over.",
            (_, p, i) => new(p, i.MeasureId, i.On), m => m.Error<MeasureNotFoundError>().Error<MeasureIsEndedError>());
        Add<RequestPiecesInput, RequestPieces>(d, "requestPieces", "Ask for pieces until a day; after 21 days without them a reminder is recorded.",
            (c, p, i) => new(p, RecordCommands.NewId(c, i.CommandId), i.For, [.. i.Pieces], i.Due), m => m.Error<BenefitNotFoundError>());
        Add<PieceInput, SubmitPiece>(d, "submitPiece", "Say that a piece was given.",
            (_, p, i) => new(p, i.RequestId, i.Piece), m => m.Error<PieceNotRequestedError>().Error<PieceIsAcceptedError>(), action: AccessAction.SubmitPieces);
        Add<PieceInput, AcceptPiece>(d, "acceptPiece", "A piece is good.",
            (_, p, i) => new(p, i.RequestId, i.Piece), m => m.Error<PieceNotRequestedError>().Error<PieceNotReceivedError>());
        Add<RefusePieceInput, RefusePiece>(d, "refusePiece", "A piece is not usable: why, and until when it is asked for again.",
            (_, p, i) => new(p, i.RequestId, i.Piece, i.Reason ?? "", i.Due), m => m.Error<PieceNotRequestedError>().Error<PieceNotReceivedError>());
    });

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<IResolverContext, PersonId, TInput, TCommand> command, Action<IMutationDescriptor> errors,
        Func<TInput, string?>? structure = null, AccessAction action = AccessAction.ChangeBenefits)
        where TInput : RecordInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record",
            async (context, input) => structure?.Invoke(input) is { Length: > 0 } number && !IsFiness(number)
                ? MutationResult<CareRecordNode>.Failure([CommandErrors.Invalid("structure", "FINESS_OR_RPPS")])
                : await RecordCommands.RunAsync<TCommand, RightsFile>(context, action, input,
                    node => RightsFile.IdOf(node.Territory, node.View.Record.PersonId), node => command(context, node.View.Record.PersonId, input)),
            mutation =>
            {
                mutation.Description(description).Input(i => i.DescribeVersioned()).RecordErrors();
                errors(mutation);
            });

    private static bool IsFiness(string number) => Finess.TryParse(number, out var finess) && finess.HasValidKey;

    private static Finess? Structure(string? number) => string.IsNullOrEmpty(number) ? null : Finess.Parse(number);
}
