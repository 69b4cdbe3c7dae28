using Coordination.Api.Hosting;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Api.Persons;

/// <summary>Registration of what is said of identities: how sure they are, which may be one, which became one.</summary>
public sealed class PersonsModule : CapabilityModule
{
    /// <inheritdoc />
    public override void Store(StoreOptions store)
    {
        store.Aggregates.Map<IdentityTask>("identity_task", (state, e) => IdentityTask.Evolve(state, (IdentityTaskEvent)e.Data));
        store.Events
            .Map<TraitsCorrected>("traits_corrected")
            .Map<InsRetrieved>("ins_retrieved")
            .Map<InsRejected>("ins_rejected")
            .Map<InsRemoved>("ins_removed")
            .Map<IdentityValidated>("identity_validated")
            .Map<IdentityQualified>("identity_qualified")
            .Map<IdentityDevalidated>("identity_devalidated")
            .Map<IdentityAttributeSet>("identity_attribute_set")
            .Map<IdentityAttributeRemoved>("identity_attribute_removed")
            .Map<PersonAbsorbed>("person_absorbed")
            .Map<PersonMerged>("person_merged")
            .Map<AbsorptionUndone>("absorption_undone")
            .Map<MergeUndone>("merge_undone")
            .Map<DuplicateSuspected>("duplicate_suspected")
            .Map<CollisionFound>("collision_found")
            .Map<DuplicateDismissed>("duplicate_dismissed")
            .Map<DuplicateConfirmed>("duplicate_confirmed")
            .Map<ComparisonReopened>("comparison_reopened");
        store.Projections.View(PersonIdentityProjection.View).Add(new PersonIdentityProjection(), ProjectionLifecycle.Inline);
        store.Projections.View(IdentityTaskProjection.View).Add(new IdentityTaskProjection(), ProjectionLifecycle.Inline);
    }

    /// <inheritdoc />
    public override void Commands(CommandRegistry commands) => commands
        .Handle<CorrectTraits, PersonState>(CorrectTraits.Decide)
        .Handle<ValidateIdentity, PersonState>(ValidateIdentity.Decide)
        .Handle<DevalidateIdentity, PersonState>(DevalidateIdentity.Decide)
        .Handle<RetrieveIns, PersonState>(RetrieveIns.Decide)
        .Handle<RejectIns, PersonState>(RejectIns.Decide)
        .Handle<RemoveIns, PersonState>(RemoveIns.Decide)
        .Handle<SetIdentityAttribute, PersonState>(SetIdentityAttribute.Decide)
        .Handle<AbsorbPerson, PersonState>(AbsorbPerson.Decide)
        .Handle<MergePerson, PersonState>(MergePerson.Decide)
        .Handle<UndoAbsorption, PersonState>(UndoAbsorption.Decide)
        .Handle<UndoMerge, PersonState>(UndoMerge.Decide)
        .Handle<CompareIdentities, IdentityTask>(CompareIdentities.Decide)
        .Handle<DismissDuplicate, IdentityTask>(DismissDuplicate.Decide)
        .Handle<ConfirmDuplicate, IdentityTask>(ConfirmDuplicate.Decide)
        .Handle<ReopenComparison, IdentityTask>(ReopenComparison.Decide);

    /// <inheritdoc />
    public override void Messages(MessagingOptions messages, IServiceProvider services) => messages
        .Message<IdentityChanged>("identity_changed")
        .Handle<IdentityChanged>("identities", (m, context, cancellation) => services.GetRequiredService<DuplicateWatch>().HandleAsync(m, context, cancellation));
}
