using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Persons;

public sealed class IdentityDecisionSpecs
{
    private static readonly PersonId Me = new(new("b0000000-0000-4000-8000-000000000001"));
    private static readonly PersonId Other = new(new("b0000000-0000-4000-8000-000000000002"));
    private static readonly CommandContext Context = new(new("dac-47"), Actor.Platform, new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Given_a_document_and_an_INS_in_either_order_When_both_stand_Then_the_identity_is_qualified()
    {
        After(Document(), Ins()).Status.ShouldBe(IdentityStatus.Qualified);
        After(Ins(), Document()).Status.ShouldBe(IdentityStatus.Qualified);
        After(Document()).Status.ShouldBe(IdentityStatus.Validated);
        After(Ins()).Status.ShouldBe(IdentityStatus.Retrieved);
        After().Status.ShouldBe(IdentityStatus.Provisional);
    }

    [Theory]
    [InlineData(IdentityAttribute.Doubtful)]
    [InlineData(IdentityAttribute.Fictitious)]
    public void Given_a_doubtful_or_fictitious_identity_When_it_is_validated_or_an_INS_comes_Then_refused(IdentityAttribute attribute)
    {
        var state = After(s => SetIdentityAttribute.Decide(new(attribute, true), s, Context));
        ValidateIdentity.Decide(new(IdentityDocument.Passport, null), state, Context).Error.ShouldBe(new IdentityBlocked(attribute));
        RetrieveIns.Decide(new(InsKind.Nir, false, false), state, Context).Error.ShouldBe(new IdentityBlocked(attribute));
    }

    [Fact]
    public void Given_a_qualified_identity_When_it_becomes_doubtful_Then_only_what_INSi_said_stands() =>
        After(Document(), Ins(), s => SetIdentityAttribute.Decide(new(IdentityAttribute.Doubtful, true), s, Context)).Status.ShouldBe(IdentityStatus.Retrieved);

    [Fact]
    public void Given_a_wrong_INS_When_it_is_removed_Then_the_identity_is_provisional_again() =>
        After(Document(), Ins(), s => RemoveIns.Decide(new(InsRemovalReason.OtherPerson), s, Context)).Status.ShouldBe(IdentityStatus.Provisional);

    [Fact]
    public void Given_an_INS_When_another_comes_Then_only_the_NIR_that_replaces_a_NIA_is_taken()
    {
        var state = After(Ins());
        RetrieveIns.Decide(new(InsKind.Nir, false, false), state, Context).Error.ShouldBe(new InsStands("matricule"));
        RetrieveIns.Decide(new(InsKind.Nir, true, false), state, Context).ShouldBe(Decision.Nothing);
        RetrieveIns.Decide(new(InsKind.Nir, false, true), state, Context).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Given_strict_traits_When_they_are_corrected_Then_the_validation_falls_and_under_an_INS_it_is_refused()
    {
        After(Document(), s => CorrectTraits.Decide(new([TraitField.BirthName]), s, Context)).Status.ShouldBe(IdentityStatus.Provisional);
        After(Document(), s => CorrectTraits.Decide(new([TraitField.Phone]), s, Context)).Status.ShouldBe(IdentityStatus.Validated);
        CorrectTraits.Decide(new([TraitField.Phone, TraitField.Sex]), After(Ins()), Context).Error.ShouldBe(new InsStands("sex"));
    }

    [Fact]
    public void Given_a_document_that_ran_out_When_it_validates_Then_refused() =>
        ValidateIdentity.Decide(new(IdentityDocument.Passport, new(2026, 11, 22)), After(), Context).Error.ShouldBe(new InvalidCommand("validUntil", "DOCUMENT_EXPIRED"));

    [Theory]
    [InlineData(true, true, "BOTH_RECORDS_OPEN")]
    [InlineData(false, true, "MERGE_OTHER_WAY")]
    [InlineData(true, false, null)]
    [InlineData(false, false, null)]
    public void Given_records_When_two_identities_merge_Then_the_one_with_a_record_stays(bool mine, bool hers, string? code) =>
        AbsorbPerson.Decide(new(Other, mine, hers, false), After(), Context).Error?.Code.ShouldBe(code);

    [Fact]
    public void Given_two_qualified_matricules_When_they_merge_Then_refused() =>
        AbsorbPerson.Decide(new(Other, false, false, true), After(), Context).Error.ShouldBe(new MatriculesDiffer());

    [Fact]
    public void Given_any_history_When_a_merge_is_undone_Then_both_are_exactly_what_they_were()
    {
        var steps = new Func<PersonState, Decision>[]
        {
            Document(), Ins(), s => SetIdentityAttribute.Decide(new(IdentityAttribute.Homonym, true), s, Context), s => RemoveIns.Decide(new(InsRemovalReason.WrongTraits), s, Context),
            s => DevalidateIdentity.Decide(new(DevalidationReason.WrongDocument), s, Context), s => SetIdentityAttribute.Decide(new(IdentityAttribute.Doubtful, true), s, Context),
            s => CorrectTraits.Decide(new([TraitField.BirthName]), s, Context),
        };
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), history =>
        {
            var before = After([.. history.Select(h => steps[Math.Abs(h % steps.Length)])]);
            var stayed = Apply(Apply(before, AbsorbPerson.Decide(new(Other, true, false, false), before, Context)), UndoAbsorption.Decide(new(Other), before with { Absorbed = [Other] }, Context));
            var gone = Apply(before, MergePerson.Decide(new(Other), before, Context));
            IdentityRules.Of(gone).ShouldBe(new PersonIsMerged(Other));
            return stayed.Equals(before) && Apply(gone, UndoMerge.Decide(new(Other), gone, Context)).Equals(before);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Given_a_dismissed_pair_When_it_is_found_again_Then_only_more_evidence_opens_it()
    {
        var found = Task(null, CompareIdentities.Decide(new(Me, Other, DuplicateKind.SameTraits), null, Context));
        var dismissed = Task(found, DismissDuplicate.Decide(new(DismissalReason.Twins), found, Context));
        CompareIdentities.Decide(new(Other, Me, DuplicateKind.SameTraits), dismissed, Context).ShouldBe(Decision.Nothing);
        Task(dismissed, CompareIdentities.Decide(new(Other, Me, DuplicateKind.Collision), dismissed, Context)).Status.ShouldBe(IdentityTaskStatus.Open);
        DismissDuplicate.Decide(new(DismissalReason.Twins), dismissed, Context).Error.ShouldBe(new IdentityTaskClosed());
        IdentityTask.IdOf(Context.Territory, Me, Other).ShouldBe(IdentityTask.IdOf(Context.Territory, Other, Me));
    }

    private static Func<PersonState, Decision> Document() => s => ValidateIdentity.Decide(new(IdentityDocument.IdentityCard, null), s, Context);

    private static Func<PersonState, Decision> Ins() => s => RetrieveIns.Decide(new(InsKind.Nir, false, false), s, Context);

    private static PersonState After(params Func<PersonState, Decision>[] steps) =>
        steps.Aggregate(PersonState.Evolve(null, new PersonRegistered(Me)), (state, step) => Apply(state, step(state)));

    private static PersonState Apply(PersonState state, Decision decision) => decision.Events.Cast<PersonEvent>().Aggregate(state, PersonState.Evolve);

    private static IdentityTask Task(IdentityTask? state, Decision decision) => decision.Events.Cast<IdentityTaskEvent>().Aggregate(state, IdentityTask.Evolve)!;
}
