using Coordination.Api.Alerts;
using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.Messaging;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>Registration of coordination records and of the persons they are about.</summary>
public sealed class CareRecordModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<PersonState>("person", (state, e) => PersonState.Evolve(state, (PersonEvent)e.Data));
        store.Aggregates.Map<Record>("care_record", (state, e) => Record.Evolve(state, (CareRecordEvent)e.Data));
        store.Aggregates.Map<ReceivedTransfer>("received_transfer", (state, e) => ReceivedTransfer.Evolve(state, (TransferEvent)e.Data));
        store.Events
            .Map<PersonRegistered>("person_registered")
            .Map<LocalIdentifierLinked>("local_identifier_linked")
            .Map<CareRecordOpened>("care_record_opened")
            .Map<ReferentAssigned>("referent_assigned")
            .Map<InformationRecorded>("information_recorded")
            .Map<OppositionRecorded>("opposition_recorded")
            .Map<CareRecordSuspended>("care_record_suspended")
            .Map<CareRecordResumed>("care_record_resumed")
            .Map<CareRecordRestricted>("care_record_restricted")
            .Map<CareRecordUnrestricted>("care_record_unrestricted")
            .Map<OppositionWithdrawn>("opposition_withdrawn")
            .Map<ConsentRecorded>("consent_recorded")
            .Map<ConsentWithdrawn>("consent_withdrawn")
            .Map<ProfessionalExcluded>("professional_excluded")
            .Map<ProfessionalReadmitted>("professional_readmitted")
            .Map<ContactDesignated>("contact_designated")
            .Map<ContactRevoked>("contact_revoked")
            .Map<SituationStated>("situation_stated")
            .Map<SituationMasked>("situation_masked")
            .Map<SituationUnmasked>("situation_unmasked")
            .Map<IntensityChanged>("intensity_changed")
            .Map<DeputyAssigned>("deputy_assigned")
            .Map<PhysicianAbsenceStated>("physician_absence_stated")
            .Map<CareRecordPutOnStandby>("care_record_put_on_standby")
            .Map<CareRecordReactivated>("care_record_reactivated")
            .Map<CareRecordClosed>("care_record_closed")
            .Map<CareRecordReopened>("care_record_reopened")
            .Map<CareRecordTransferred>("care_record_transferred")
            .Map<CareRecordTransferAnswered>("care_record_transfer_answered")
            .Map<CareRecordReceived>("care_record_received")
            .Map<TransferReceived>("transfer_received")
            .Map<TransferAccepted>("transfer_accepted")
            .Map<TransferRefused>("transfer_refused")
            .Map<FactCorrected>("fact_corrected")
            .Map<DeathRecorded>("death_recorded")
            .Map<DeathWithdrawn>("death_withdrawn");
        store.Projections.View(CareRecordProjection.View).Add(new CareRecordProjection(), ProjectionLifecycle.Inline);
        store.Projections.View(ReceivedTransferProjection.View).Add(new ReceivedTransferProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<OpenCareRecord, Record>(OpenCareRecord.Decide, new OpenCareRecordValidator())
        .Handle<AssignReferent, Record>(AssignReferent.Decide, new AssignReferentValidator())
        .Handle<AssignDeputy, Record>(AssignDeputy.Decide)
        .Handle<ChangeIntensity, Record>(ChangeIntensity.Decide)
        .Handle<StatePhysicianAbsence, Record>(StatePhysicianAbsence.Decide)
        .Handle<PutOnStandby, Record>(PutOnStandby.Decide)
        .Handle<ReactivateCareRecord, Record>(ReactivateCareRecord.Decide)
        .Handle<CloseCareRecord, Record>(CloseCareRecord.Decide, new CloseCareRecordValidator())
        .Handle<TransferCareRecord, Record>(TransferCareRecord.Decide, new TransferCareRecordValidator())
        .Handle<RecordTransferAnswer, Record>(RecordTransferAnswer.Decide)
        .Handle<ReceiveCareRecord, Record>(ReceiveCareRecord.Decide)
        .Handle<ReceiveTransfer, ReceivedTransfer>(ReceiveTransfer.Decide)
        .Handle<AcceptTransfer, ReceivedTransfer>(AcceptTransfer.Decide)
        .Handle<RefuseTransfer, ReceivedTransfer>(RefuseTransfer.Decide)
        .Handle<ReopenCareRecord, Record>(ReopenCareRecord.Decide, new ReopenCareRecordValidator())
        .Handle<CorrectFact, Record>(CorrectFact.Decide, new CorrectFactValidator())
        .Handle<RecordInformation, Record>(RecordInformation.Decide)
        .Handle<RecordOpposition, Record>(RecordOpposition.Decide)
        .Handle<WithdrawOpposition, Record>(WithdrawOpposition.Decide)
        .Handle<RecordConsent, Record>(RecordConsent.Decide)
        .Handle<WithdrawConsent, Record>(WithdrawConsent.Decide)
        .Handle<ExcludeProfessional, Record>(ExcludeProfessional.Decide)
        .Handle<ReadmitProfessional, Record>(ReadmitProfessional.Decide)
        .Handle<DesignateContact, Record>(DesignateContact.Decide, new DesignateContactValidator())
        .Handle<RevokeContact, Record>(RevokeContact.Decide)
        .Handle<SuspendCareRecord, Record>(SuspendCareRecord.Decide)
        .Handle<ResumeCareRecord, Record>(ResumeCareRecord.Decide)
        .Handle<RestrictCareRecord, Record>(RestrictCareRecord.Decide)
        .Handle<UnrestrictCareRecord, Record>(UnrestrictCareRecord.Decide)
        .Handle<StateSituation, Record>(StateSituation.Decide, new StateSituationValidator())
        .Handle<MaskSituation, Record>(MaskSituation.Decide)
        .Handle<UnmaskSituation, Record>(UnmaskSituation.Decide)
        .Handle<RecordDeath, Record>(RecordDeath.Decide)
        .Handle<WithdrawDeath, Record>(WithdrawDeath.Decide)
        .React<Record>((_, before, facts) => CareRecordPolicy
            .React(facts.Cast<CareRecordEvent>().Aggregate(before, Record.Evolve)!, facts)
            .Select(message => new FollowUp(message, $"person:{message.Person}")));

    /// <inheritdoc />
    public override void Messages(MessagingOptions messages, IServiceProvider services) => messages
        .Message<RecordSituationChanged>("record_situation_changed")
        .Message<TransferDeparted>("transfer_departed")
        .Handle<TransferDeparted>("transfers", (m, context, cancellation) => services.GetRequiredService<TransferCourier>().HandleAsync(m, context, cancellation))
        .Message<TransferAnswered>("transfer_answered")
        .Handle<TransferAnswered>("transfers", (m, context, cancellation) => services.GetRequiredService<TransferCourier>().HandleAsync(m, context, cancellation))
        .Message<TransferExportSpent>("transfer_export_spent")
        .Handle<TransferExportSpent>("transfers", (m, context, cancellation) => services.GetRequiredService<TransferCourier>().HandleAsync(m, context, cancellation))
        .Handle<RecordSituationChanged>("alerts", (m, context, cancellation) =>
            services.GetRequiredService<DischargeWatch>().HandleAsync(m, context, cancellation));
}
