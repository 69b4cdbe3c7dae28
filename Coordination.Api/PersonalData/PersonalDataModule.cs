using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.PersonalData;

/// <summary>Registration of what a person may ask for: keeping, archiving and erasing. Its streams are those of persons and records.</summary>
public sealed class PersonalDataModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store) => store.Events
        .Map<LegalHoldPlaced>("legal_hold_placed")
        .Map<LegalHoldLifted>("legal_hold_lifted")
        .Map<PersonErased>("person_erased")
        .Map<CareRecordArchived>("record_archived");

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<PlaceLegalHold, PersonState>(PlaceLegalHold.Decide)
        .Handle<LiftLegalHold, PersonState>(LiftLegalHold.Decide)
        .Handle<ErasePerson, PersonState>(ErasePerson.Decide)
        .Handle<ArchiveCareRecord, Record>(ArchiveCareRecord.Decide);
}
