using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Contacts;
using Coordination.Projections.Contacts;
using Platform.EventStore;

namespace Coordination.Api.Contacts;

/// <summary>Registration of the contacts of the DAC.</summary>
public sealed class ContactsModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<RecordedContact>("contact", (state, e) => RecordedContact.Evolve(state, (ContactEvent)e.Data));
        store.Events
            .Map<ContactRecorded>("contact_recorded")
            .Map<ContactRecordCorrected>("contact_record_corrected")
            .Map<ContactWithdrawn>("contact_withdrawn");
        store.Projections.View(RecordedContactProjection.View).Add(new RecordedContactProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<RecordContact, RecordedContact>(RecordContact.Decide, new RecordContactValidator())
        .Handle<CorrectContact, RecordedContact>(CorrectContact.Decide, new CorrectContactValidator())
        .Handle<WithdrawContact, RecordedContact>(WithdrawContact.Decide);
}
