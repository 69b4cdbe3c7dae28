using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Rights;
using Coordination.Projections.Rights;
using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Api.Rights;

/// <summary>Registration of benefits, protective measures and the pieces asked for them.</summary>
public sealed class RightsModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<RightsFile>("rights", (state, e) => RightsFile.Evolve(state, (RightsEvent)e.Data));
        store.Events
            .Map<BenefitRecorded>("benefit_recorded")
            .Map<BenefitChanged>("benefit_changed")
            .Map<BenefitRenewed>("benefit_renewed")
            .Map<MeasureRecorded>("measure_recorded")
            .Map<RepresentativeChanged>("representative_changed")
            .Map<MeasureRenewed>("measure_renewed")
            .Map<MeasureEnded>("measure_ended")
            .Map<PiecesRequested>("pieces_requested")
            .Map<PiecesReminded>("pieces_reminded")
            .Map<PieceReceived>("piece_received")
            .Map<PieceAccepted>("piece_accepted")
            .Map<PieceRefused>("piece_refused");
        store.Projections.View(RightsProjection.View).Add(new RightsProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<RecordBenefit, RightsFile>(RecordBenefit.Decide, new RecordBenefitValidator())
        .Handle<ChangeBenefit, RightsFile>(ChangeBenefit.Decide, new ChangeBenefitValidator())
        .Handle<RenewBenefit, RightsFile>(RenewBenefit.Decide)
        .Handle<RecordMeasure, RightsFile>(RecordMeasure.Decide, new RecordMeasureValidator())
        .Handle<ChangeRepresentative, RightsFile>(ChangeRepresentative.Decide, new ChangeRepresentativeValidator())
        .Handle<RenewMeasure, RightsFile>(RenewMeasure.Decide)
        .Handle<EndMeasure, RightsFile>(EndMeasure.Decide)
        .Handle<RequestPieces, RightsFile>(RequestPieces.Decide, new RequestPiecesValidator())
        .Handle<RemindPieces, RightsFile>(RemindPieces.Decide)
        .Handle<SubmitPiece, RightsFile>(SubmitPiece.Decide)
        .Handle<AcceptPiece, RightsFile>(AcceptPiece.Decide)
        .Handle<RefusePiece, RightsFile>(RefusePiece.Decide, new RefusePieceValidator())
        .React<RightsFile>((_, _, facts) => RightsPolicy.React(facts.Cast<RightsEvent>()).Select(message => new FollowUp(message, PieceWatch.GroupOf(message))));

    /// <inheritdoc />
    public override void Messages(MessagingOptions messages, IServiceProvider services) => messages
        .Message<LookAtPieces>("look_at_pieces")
        .Handle<LookAtPieces>("rights", (m, context, cancellation) => services.GetRequiredService<PieceWatch>().HandleAsync(m, context, cancellation));
}
